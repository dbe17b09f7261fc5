#include "core/text/jinja/format_spec.h"

#include "core/text/jinja/operations.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace fettle::jinja {

namespace {

constexpr std::int64_t kWidest = 1'000'000;
constexpr std::int64_t kMostDigits = 1'000;

std::string timesOver(const std::string& text, std::int64_t times) {
    std::string result;
    for (; times > 0; --times)
        result += text;
    return result;
}

std::string padded(const std::string& prefix, const std::string& text, const FormatSpec& spec, char ownAlign) {
    if (spec.width > kWidest) fail("A format is too wide");
    const char align = spec.align == '\0' ? ownAlign : spec.align;
    const std::int64_t missing = spec.width - codePointCount(prefix) - codePointCount(text);
    if (missing <= 0) return prefix + text;
    const std::int64_t left = align == '<' ? 0 : align == '^' ? missing / 2 : missing;
    if (align == '=') return prefix + timesOver(spec.fill, missing) + text;
    return timesOver(spec.fill, left) + prefix + text + timesOver(spec.fill, missing - left);
}

// "1234567.5" as "1,234,567.5"; groups are of four in other bases than ten.
std::string grouped(std::string text, const FormatSpec& spec, std::size_t size) {
    if (spec.grouping == '\0') return text;
    const std::size_t end = std::min(text.find_first_not_of("0123456789abcdefABCDEF"), text.size());
    for (std::size_t at = end; at > size;)
        text.insert(at -= size, 1, spec.grouping);
    return text;
}

std::string floatDigits(double size, const FormatSpec& spec) {
    if (!std::isfinite(size)) return std::isnan(size) ? "nan" : "inf";
    if (spec.isAlternate) fail("The format '#' of a number with a fraction is not supported");
    if (spec.type == '\0') {
        if (spec.precision >= 0) fail("A format with a precision needs a type, such as 'f'");
        return pythonText(size);
    }
    if (spec.precision > kMostDigits) fail("A format has too many digits");
    char buffer[kMostDigits + 400];
    const auto form = spec.type == 'e'   ? std::chars_format::scientific
                      : spec.type == 'g' ? std::chars_format::general
                                         : std::chars_format::fixed;
    const auto precision = static_cast<int>(spec.precision < 0 ? 6 : spec.precision);
    return {buffer, std::to_chars(buffer, buffer + sizeof buffer, size, form, precision).ptr};
}

std::string integerDigits(std::uint64_t size, const FormatSpec& spec) {
    const int base = spec.type == 'x' ? 16 : spec.type == 'o' ? 8 : spec.type == 'b' ? 2 : 10;
    char buffer[64];
    const std::string digits(buffer, std::to_chars(buffer, buffer + sizeof buffer, size, base).ptr);
    return timesOver("0", std::min(spec.precision, kMostDigits) - std::ssize(digits)) + digits;
}

std::string signOf(bool isNegative, const FormatSpec& spec) {
    return isNegative ? "-" : spec.sign == '-' ? "" : std::string(1, spec.sign);
}

bool isFloatType(char type) {
    return type == 'e' || type == 'f' || type == 'g' || type == '%';
}

} // namespace

std::string formattedText(const std::string& text, const FormatSpec& spec) {
    const bool isRight = (spec.type == 's' || spec.type == '\0') && spec.align != '=' && spec.sign == '-' &&
                         !spec.isAlternate && spec.grouping == '\0';
    if (!isRight) fail("This format is not for texts");
    if (spec.precision < 0) return padded("", text, spec, '<');
    return padded("", slice(text, std::int64_t{0}, spec.precision, Value::none()).text(), spec, '<');
}

std::string formattedNumber(const Value& number, const FormatSpec& given) {
    FormatSpec spec = given;
    const bool isUpper = spec.type == 'X' || spec.type == 'E' || spec.type == 'F' || spec.type == 'G';
    if (isUpper) spec.type = static_cast<char>(spec.type - 'A' + 'a');
    if (spec.grouping != '\0' && spec.align == '=' && spec.fill == "0")
        fail("A format that fills with zeros and groups digits is not supported");
    if (spec.type == 'c') {
        const std::int64_t code = number.integer();
        if (code < 0 || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000)) fail("No character has this number");
        return padded("", utf8(static_cast<char32_t>(code)), spec, '<');
    }
    std::string digits, prefix;
    if (number.is<double>() || isFloatType(spec.type)) {
        if (spec.type != '\0' && !isFloatType(spec.type)) fail("This format is for whole numbers");
        const double size = std::abs(number.number());
        digits = grouped(spec.type == '%' ? floatDigits(size * 100, spec) + "%" : floatDigits(size, spec), spec, 3);
        prefix = signOf(std::signbit(number.number()) && !std::isnan(number.number()), spec);
    } else {
        if (spec.type != '\0' && std::string("dxob").find(spec.type) == std::string::npos)
            fail(std::string("The format '") + spec.type + "' is not supported");
        const auto whole = number.integer();
        const auto size = whole < 0 ? 0 - static_cast<std::uint64_t>(whole) : static_cast<std::uint64_t>(whole);
        const bool isDecimal = spec.type == '\0' || spec.type == 'd';
        digits = grouped(integerDigits(size, spec), spec, isDecimal ? 3 : 4);
        prefix = signOf(whole < 0, spec) + (spec.isAlternate && !isDecimal ? std::string{'0', spec.type} : "");
    }
    if (isUpper) {
        std::transform(digits.begin(), digits.end(), digits.begin(), [](unsigned char c) { return std::toupper(c); });
        if (given.type == 'X' && spec.isAlternate) prefix.back() = 'X';
    }
    return padded(prefix, digits, spec, '>');
}

} // namespace fettle::jinja
