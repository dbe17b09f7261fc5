#include "core/text/jinja/numeral.h"

#include <cctype>

namespace fettle::jinja {

namespace {

bool isDigitOf(std::string_view digits, char c) {
    return digits.find(static_cast<char>(std::tolower(static_cast<unsigned char>(c)))) != std::string_view::npos;
}

constexpr std::string_view kDecimal = "0123456789";

// The end of a run of digits, one '_' between two of them at most.
std::size_t digitsEnd(std::string_view text, std::size_t at, std::string_view digits) {
    const auto isDigitAt = [&](std::size_t i) { return i < text.size() && isDigitOf(digits, text[i]); };
    while (isDigitAt(at) || (at < text.size() && text[at] == '_' && isDigitAt(at + 1)))
        ++at;
    return at;
}

// Behind 0x, 0o, 0b; 0 where no such number stands.
std::size_t prefixedEnd(std::string_view text, std::size_t at) {
    if (text[at] != '0' || at + 1 >= text.size()) return 0;
    const char kind = static_cast<char>(std::tolower(static_cast<unsigned char>(text[at + 1])));
    const std::string_view digits = kind == 'x'   ? "0123456789abcdef"
                                    : kind == 'o' ? "01234567"
                                    : kind == 'b' ? "01"
                                                  : "";
    const std::size_t end = digitsEnd(text, at + 2, digits);
    return end > at + 2 ? end : 0;
}

} // namespace

Numeral numeralAt(std::string_view source, std::size_t at, Fraction fraction) {
    if (const std::size_t end = prefixedEnd(source, at)) return {.length = end - at};
    const std::size_t whole = digitsEnd(source, at, kDecimal);
    const auto isDigitAt = [&](std::size_t i) { return i < source.size() && isDigitOf(kDecimal, source[i]); };
    std::size_t end = whole;
    if (fraction == Fraction::Allowed) {
        if (end < source.size() && source[end] == '.' && isDigitAt(end + 1)) end = digitsEnd(source, end + 1, kDecimal);
        if (end < source.size() && (source[end] == 'e' || source[end] == 'E')) {
            const bool isSigned = end + 1 < source.size() && (source[end + 1] == '+' || source[end + 1] == '-');
            const std::size_t exponent = end + (isSigned ? 2 : 1);
            if (isDigitAt(exponent)) end = digitsEnd(source, exponent, kDecimal);
        }
    }
    if (end > whole) return {.length = end - at, .isFloat = true};
    // 012 is no number: a zero stands alone.
    return {.length = (source[at] == '0' ? digitsEnd(source, at, "0") : whole) - at};
}

} // namespace fettle::jinja
