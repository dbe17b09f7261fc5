#include "core/text/jinja/methods.h"
#include "core/text/jinja/operations.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <optional>

namespace fettle::jinja {

namespace {

// What of a text `start` and `end` leave to search in; nothing where start is beyond its end.
struct Window {
    std::string text;
    std::int64_t begin = 0; // code points before it
};
std::optional<Window> windowOf(const Value& self, const Arguments& a) {
    const Value start = a.at(1, "start", Value::none()), end = a.at(2, "end", Value::none());
    if (start.is<None>() && end.is<None>()) return Window{.text = self.text()};
    const std::int64_t size = length(self), given = integerArgument(a, 1, "start", 0);
    const std::int64_t begin = std::max<std::int64_t>(0, given < 0 ? given + size : given);
    if (begin > size) return std::nullopt;
    return Window{.text = slice(self, begin, end, Value::none()).text(), .begin = begin};
}

using Finder = std::size_t (*)(const std::string& text, const std::string& part);
std::size_t fromLeft(const std::string& text, const std::string& part) {
    return text.find(part);
}
std::size_t fromRight(const std::string& text, const std::string& part) {
    return text.rfind(part);
}

template <Finder search>
Value findText(const Value& self, const Arguments& a) {
    const auto window = windowOf(self, a);
    const std::size_t at = window ? search(window->text, textArgument(a, 0, "sub")) : std::string::npos;
    return at == std::string::npos ? std::int64_t{-1}
                                   : window->begin + codePointCount(std::string_view(window->text).substr(0, at));
}
template <Finder search>
Value indexText(const Value& self, const Arguments& a) {
    const Value found = findText<search>(self, a);
    if (found.integer() < 0) fail("The text does not hold '" + textArgument(a, 0, "sub") + "'");
    return found;
}

Value countText(const Value& self, const Arguments& a) {
    const auto window = windowOf(self, a);
    const std::string& part = textArgument(a, 0, "sub");
    if (!window) return std::int64_t{0};
    if (part.empty()) return codePointCount(window->text) + 1;
    std::int64_t found = 0;
    for (std::size_t at = 0; (at = window->text.find(part, at)) != std::string::npos; at += part.size())
        ++found;
    return found;
}

using Matcher = bool (*)(const std::string& text, const std::string& part);
bool matchesStart(const std::string& text, const std::string& part) {
    return text.starts_with(part);
}
bool matchesEnd(const std::string& text, const std::string& part) {
    return text.ends_with(part);
}

template <Matcher matches>
Value fits(const Value& self, const Arguments& a) {
    const auto window = windowOf(self, a);
    const Value candidates = a.at(0, "prefix");
    const List all = candidates.is<Tuple>() ? candidates.items() : List{candidates};
    for (const Value& candidate : all)
        if (!candidate.isString())
            fail("startswith() and endswith() take a text or a tuple of texts, not " + candidate.typeName());
    return window &&
           std::any_of(all.begin(), all.end(), [&](const Value& part) { return matches(window->text, part.text()); });
}

Value replaceMethod(const Value& self, const Arguments& a) {
    return applyFilter("replace", self, a);
}

template <bool isPrefix>
Value withoutPart(const Value& self, const Arguments& a) {
    const std::string& text = self.text();
    const std::string& part = textArgument(a, 0, "part");
    if (!(isPrefix ? text.starts_with(part) : text.ends_with(part))) return self;
    return isPrefix ? text.substr(part.size()) : text.substr(0, text.size() - part.size());
}

} // namespace

MethodTable searchMethods() {
    const Signature searching = {"sub", "start?", "end?", "/"}, fitting = {"prefix", "start?", "end?", "/"};
    return {{"find", {findText<fromLeft>, searching}},
            {"rfind", {findText<fromRight>, searching}},
            {"index", {indexText<fromLeft>, searching}},
            {"rindex", {indexText<fromRight>, searching}},
            {"count", {countText, searching}},
            {"startswith", {fits<matchesStart>, fitting}},
            {"endswith", {fits<matchesEnd>, fitting}},
            {"replace", {replaceMethod, {"old", "new", "count?", "/"}}},
            {"removeprefix", {withoutPart<true>, {"part", "/"}}},
            {"removesuffix", {withoutPart<false>, {"part", "/"}}}};
}

} // namespace fettle::jinja
