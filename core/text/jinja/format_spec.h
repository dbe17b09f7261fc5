#pragma once

#include "core/text/jinja/value.h"

namespace fettle::jinja {

// How '{:>8.2f}' and '%8.2f' want a value written.
struct FormatSpec {
    std::string fill = " ";
    char align = '\0'; // < > ^ and =, which fills behind the sign; none: what the value's type does
    char sign = '-';   // + and blank mark numbers that are not negative as well
    bool isAlternate = false;
    std::int64_t width = 0; // code points
    char grouping = '\0';   // between thousands: , or _
    std::int64_t precision = -1;
    char type = '\0'; // d x f s ...; none: what str() gives
};

[[nodiscard]] std::string formattedNumber(const Value& number, const FormatSpec& spec);
[[nodiscard]] std::string formattedText(const std::string& text, const FormatSpec& spec);

// '%s and %.2f' % values: a tuple's in turn, or a dict's by name. Python's str.format() as the sandbox has it. What a
// marked text is the pattern of is escaped (Value::isMarkup).
[[nodiscard]] Value percentFormatted(const Value& pattern, const Value& given);
[[nodiscard]] Value braceFormatted(const Value& pattern, const Arguments& given);

} // namespace fettle::jinja
