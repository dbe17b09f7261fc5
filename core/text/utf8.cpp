#include "core/text/utf8.h"

namespace fettle {

namespace {

// The range that a character's second byte must lie in: no overlong forms, no surrogates, nothing above U+10FFFF.
bool isSecondByte(unsigned char lead, unsigned char second) {
    const unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
    const unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
    return second >= low && second <= high;
}

// Bytes of the longest well-formed beginning of a character at `at`, and whether it is complete.
struct Sequence {
    int length;
    bool isComplete;
};
Sequence sequenceAt(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) return {1, true};
    const int wanted = utf8Length(lead);
    if (wanted == 1) return {1, false};
    int length = 1;
    while (length < wanted && at + static_cast<std::size_t>(length) < text.size()) {
        const auto next = static_cast<unsigned char>(text[at + static_cast<std::size_t>(length)]);
        if (length == 1 ? !isSecondByte(lead, next) : (next & 0xC0) != 0x80) break;
        ++length;
    }
    return {length, length == wanted};
}

} // namespace

int utf8Length(unsigned char lead) {
    if (lead >= 0xC2 && lead <= 0xDF) return 2;
    if (lead >= 0xE0 && lead <= 0xEF) return 3;
    return lead >= 0xF0 && lead <= 0xF4 ? 4 : 1;
}

std::int64_t codePointCount(std::string_view text) {
    std::int64_t count = 0;
    for (const char byte : text)
        count += !isContinuation(byte);
    return count;
}

std::string utf8(char32_t c) {
    const auto tail = [c](int shift) { return static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
    if (c < 0x80) return {static_cast<char>(c)};
    if (c < 0x800) return {static_cast<char>(0xC0 | (c >> 6)), tail(0)};
    if (c < 0x10000) return {static_cast<char>(0xE0 | (c >> 12)), tail(6), tail(0)};
    return {static_cast<char>(0xF0 | (c >> 18)), tail(12), tail(6), tail(0)};
}

CodePoint codePointAt(std::string_view text, std::size_t at) {
    const Sequence sequence = sequenceAt(text, at);
    const auto lead = static_cast<unsigned char>(text[at]);
    if (!sequence.isComplete) return {0xFFFD, 1};
    if (sequence.length == 1) return {lead, 1};
    char32_t value = lead & (0xFF >> (sequence.length + 1));
    for (int i = 1; i < sequence.length; ++i)
        value = (value << 6) | (static_cast<unsigned char>(text[at + static_cast<std::size_t>(i)]) & 0x3F);
    return {value, sequence.length};
}

std::string validUtf8(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size());
    for (std::size_t at = 0; at < bytes.size();) {
        const Sequence sequence = sequenceAt(bytes, at);
        text += sequence.isComplete ? bytes.substr(at, static_cast<std::size_t>(sequence.length)) : kReplacement;
        at += static_cast<std::size_t>(sequence.length);
    }
    return text;
}

} // namespace fettle
