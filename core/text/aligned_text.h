#pragma once

#include "core/text/tokenizer.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fettle {

// Text on its way through normalizers and pre-tokenizers. Each byte remembers which code point of the original text it
// comes from, so that every token's offsets survive.
struct AlignedText {
    std::string bytes;
    std::vector<std::int32_t> origin; // one per byte

    [[nodiscard]] static AlignedText of(std::string_view text, std::int64_t firstCodePoint);
    [[nodiscard]] AlignedText part(std::size_t begin, std::size_t end) const;
    void prepend(std::string_view text); // from the code point of the first byte; not to an empty text
    void append(std::string_view text, std::int32_t from); // every byte from one code point
    [[nodiscard]] TextSpan span(std::size_t begin, std::size_t end) const;
    [[nodiscard]] bool empty() const { return bytes.empty(); }
};

} // namespace fettle
