#include "core/text/jinja/format_spec.h"
#include "core/text/jinja/methods.h"
#include "core/text/jinja/operations.h"
#include "core/text/utf8.h"

namespace fettle::jinja {

namespace {

FormatSpec padding(const Value& self, const Arguments& a, char align) {
    const std::string fill = a.positional.size() > 1 ? textArgument(a, 1, "fillchar") : " ";
    if (codePointCount(fill) != 1) fail("A text is filled up with one character");
    return {.fill = fill, .align = align, .width = integerArgument(a, 0, "width", length(self))};
}

template <char align>
Value justified(const Value& self, const Arguments& a) {
    return formattedText(self.text(), padding(self, a, align));
}

// Where the blanks are odd, Python's centerMethod() looks at the width as well.
Value centerMethod(const Value& self, const Arguments& a) {
    FormatSpec spec = padding(self, a, '<');
    const std::int64_t size = length(self), missing = spec.width - size;
    if (missing <= 0) return self;
    const std::int64_t left = missing / 2 + (missing & spec.width & 1);
    const FormatSpec onTheLeft{.fill = spec.fill, .align = '>', .width = size + left};
    return formattedText(formattedText(self.text(), onTheLeft), spec);
}

Value filledWithZeros(const Value& self, const Arguments& a) {
    const std::string& text = self.text();
    const bool isSigned = text.starts_with('-') || text.starts_with('+');
    const std::int64_t width = integerArgument(a, 0, "width", 0) - (isSigned ? 1 : 0);
    return text.substr(0, isSigned ? 1 : 0) +
           formattedText(text.substr(isSigned ? 1 : 0), {.fill = "0", .align = '>', .width = width});
}

} // namespace

MethodTable padMethods() {
    const Signature filling = {"width", "fillchar?", "/"};
    return {{"ljust", {justified<'<'>, filling}},
            {"rjust", {justified<'>'>, filling}},
            {"center", {centerMethod, filling}},
            {"zfill", {filledWithZeros, {"width", "/"}}},
            {"format", {braceFormatted, {"*"}}}};
}

} // namespace fettle::jinja
