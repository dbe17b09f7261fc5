#pragma once

#include "core/text/aligned_text.h"

#include <optional>
#include <string>
#include <string_view>

namespace fettle {

// GPT-2's alphabet: every byte as one printable code point (bytes 33-126, 161-172, 174-255 stand for themselves, the
// others follow from 256 on in their order).
[[nodiscard]] const std::string& byteCharacter(unsigned char byte);
[[nodiscard]] AlignedText toByteAlphabet(const AlignedText& text);
// The bytes behind such a text; nullopt if a character is none of the alphabet.
[[nodiscard]] std::optional<std::string> fromByteAlphabet(std::string_view text);

} // namespace fettle
