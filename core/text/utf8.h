#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace fettle {

// Bytes of the UTF-8 character that starts with this byte; 1 for a byte that starts none.
[[nodiscard]] int utf8Length(unsigned char lead);

[[nodiscard]] inline bool isContinuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

[[nodiscard]] std::int64_t codePointCount(std::string_view text);

[[nodiscard]] std::string utf8(char32_t codePoint);

// The code point at byte `at` and how many bytes it takes; a broken byte reads as U+FFFD of length 1.
struct CodePoint {
    char32_t value;
    int length;
};
[[nodiscard]] CodePoint codePointAt(std::string_view text, std::size_t at);

// Each maximal broken sequence becomes one U+FFFD, as Python's and Rust's lossy decoders do (Unicode 3.9, D93b).
[[nodiscard]] std::string validUtf8(std::string_view bytes);

inline constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

} // namespace fettle
