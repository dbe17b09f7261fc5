#include "core/text/jinja/letters.h"
#include "core/text/jinja/methods.h"

namespace fettle::jinja {

namespace {

template <std::string (*function)(const std::string&)>
Value changed(const Value& self, const Arguments&) {
    return function(self.text());
}
template <bool (*holds)(const std::string&)>
Value claim(const Value& self, const Arguments&) {
    return holds(self.text());
}

template <bool left, bool right>
Value strip(const Value& self, const Arguments& a) {
    const bool isSpace = a.at(0, "chars", Value::none()).is<None>();
    if (!isSpace && textArgument(a, 0, "chars").empty()) return self;
    return stripped(self.text(), isSpace ? "" : textArgument(a, 0, "chars"), left, right);
}

} // namespace

MethodTable caseMethods() {
    const Signature stripping = {"chars?", "/"};
    return {{"strip", {strip<true, true>, stripping}},
            {"lstrip", {strip<true, false>, stripping}},
            {"rstrip", {strip<false, true>, stripping}},
            {"lower", {changed<lower>}},
            {"upper", {changed<upper>}},
            {"casefold", {changed<folded>}},
            {"swapcase", {changed<swapped>}},
            {"capitalize", {changed<capitalized>}},
            {"title", {changed<titled>}},
            {"isalpha", {claim<isAlphabetic>}},
            {"isalnum", {claim<isAlphanumeric>}},
            {"isascii", {claim<isAscii>}},
            {"isdecimal", {claim<isDecimal>}},
            {"isdigit", {claim<isDigits>}},
            {"isnumeric", {claim<isNumeric>}},
            {"isspace", {claim<isBlank>}},
            {"islower", {claim<isLower>}},
            {"isupper", {claim<isUpper>}},
            {"istitle", {claim<isTitle>}}};
}

} // namespace fettle::jinja
