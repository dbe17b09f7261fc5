#include "core/text/jinja/filters.h"
#include "core/text/jinja/letters.h"
#include "core/text/jinja/operations.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace fettle::jinja {

namespace {

// Without white space around it and the single '_' that Python allows between digits; nothing where one stands wrong.
std::optional<std::string> numeral(const std::string& given) {
    const std::string text = lower(stripped(given, "", true, true));
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto isDigitAt = [&](std::size_t at) { return std::isalnum(static_cast<unsigned char>(text[at])) != 0; };
        if (text[i] != '_')
            result += text[i];
        else if (i == 0 || i + 1 == text.size() || !isDigitAt(i - 1) || !isDigitAt(i + 1))
            return std::nullopt;
    }
    return result;
}

// Python's int(text, base); 0 takes the base from the prefix.
std::optional<std::int64_t> readInteger(const std::string& given, std::int64_t base) {
    const auto text = numeral(given);
    if (!text || base < 0 || base == 1 || base > 36) return std::nullopt;
    const bool isNegative = text->starts_with('-');
    std::string digits = text->substr(isNegative || text->starts_with('+') ? 1 : 0);
    for (const auto& [prefix, own] :
         std::array<std::pair<const char*, std::int64_t>, 3>{{{"0x", 16}, {"0o", 8}, {"0b", 2}}})
        if (digits.starts_with(prefix) && (base == own || base == 0)) {
            digits.erase(0, 2);
            base = own;
            break;
        }
    if (base == 0 && digits.size() > 1 && digits[0] == '0') return std::nullopt;
    if (digits.empty() || digits[0] == '-') return std::nullopt;
    digits = (isNegative ? "-" : "") + digits;
    std::int64_t whole = 0;
    const char* end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, whole, static_cast<int>(base == 0 ? 10 : base));
    if (read.ec == std::errc::result_out_of_range) fail("A number is too large");
    return read.ec == std::errc{} && read.ptr == end ? std::optional(whole) : std::nullopt;
}

// Python's float(text).
std::optional<double> readFloat(const std::string& given) {
    const auto text = numeral(given);
    if (!text) return std::nullopt;
    const std::string digits = text->substr(text->starts_with('+') ? 1 : 0);
    if (digits.starts_with("nan(") || (text->starts_with('+') && digits.starts_with('-'))) return std::nullopt;
    double number = 0;
    const char* end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, number);
    if (read.ec == std::errc::result_out_of_range) fail("A number is too large");
    return read.ec == std::errc{} && read.ptr == end ? std::optional(number) : std::nullopt;
}

void refuseUndefined(const Value& value) {
    if (value.is<Undefined>()) fail("'" + value.get<Undefined>().name + "' is undefined");
}

Value toInteger(const Value& value, const Arguments& a) {
    refuseUndefined(value);
    if (value.isNumber()) return truncated(value);
    const Value fallback = a.at(0, "default", std::int64_t{0}), base = a.at(1, "base", std::int64_t{10});
    if (!base.isInteger()) fail("The base of a number is a whole number, not " + base.typeName());
    if (!value.isString()) return fallback;
    if (const auto whole = readInteger(value.text(), base.integer())) return *whole;
    const auto number = readFloat(value.text());
    return number && std::isfinite(*number) ? Value(truncated(*number)) : fallback;
}

Value toFloat(const Value& value, const Arguments& a) {
    refuseUndefined(value);
    if (value.isNumber()) return value.number();
    const auto number = value.isString() ? readFloat(value.text()) : std::nullopt;
    return number ? Value(*number) : a.at(0, "default", 0.0);
}

// To the nearest decimal of the number as it is stored, halves to even.
Value roundedToNearest(const Value& value, std::int64_t digits) {
    if (value.isInteger() && digits >= 0) return value.integer();
    if (digits < 0) {
        const double scale = std::pow(10.0, static_cast<double>(-digits));
        const double result = std::nearbyint(value.number() / scale) * scale;
        return value.isInteger() ? Value(truncated(result)) : Value(result);
    }
    if (!std::isfinite(value.number())) return value;
    char buffer[512];
    const auto most = static_cast<int>(std::min<std::int64_t>(digits, 100));
    const char* end = std::to_chars(buffer, buffer + sizeof buffer, value.number(), std::chars_format::fixed, most).ptr;
    double result = 0;
    std::from_chars(buffer, end, result);
    return result;
}

Value rounded(const Value& value, const Arguments& a) {
    const Value precision = a.at(0, "precision", std::int64_t{0});
    const std::string method = pythonText(a.at(1, "method", Value("common")));
    if (!value.isNumber()) fail("round needs a number, not " + value.typeName());
    if (!precision.isInteger()) fail("The precision is a whole number, not " + precision.typeName());
    if (method == "common") return roundedToNearest(value, std::clamp<std::int64_t>(precision.integer(), -400, 400));
    if (method != "ceil" && method != "floor") fail("The method is 'common', 'ceil' or 'floor', not '" + method + "'");
    const double scale = std::pow(10.0, static_cast<double>(precision.integer()));
    const double scaled = value.number() * scale;
    return (method == "ceil" ? std::ceil(scaled) : std::floor(scaled)) / scale;
}

Value absolute(const Value& value, const Arguments&) {
    if (!value.isNumber()) fail("abs needs a number, not " + value.typeName());
    if (value.is<double>()) return std::abs(value.number());
    return value.integer() < 0 ? arithmetic("-", std::int64_t{0}, value) : Value(value.integer());
}

} // namespace

FilterTable numberFilters() {
    return {{"int", {toInteger, {"default?", "base?"}}},
            {"float", {toFloat, {"default?"}}},
            {"round", {rounded, {"precision?", "method?"}}},
            {"abs", {absolute}}};
}

} // namespace fettle::jinja
