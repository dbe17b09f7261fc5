#include "core/text/jinja/letters.h"
#include "core/text/jinja/methods.h"
#include "core/text/jinja/operations.h"
#include "core/text/utf8.h"

#include <algorithm>

namespace fettle::jinja {

namespace {

void addPart(List& parts, std::string part) {
    if (parts.size() >= kMostItems) fail("A text has too many parts");
    parts.emplace_back(std::move(part));
}

// The end of the run that starts at `at` and is all white space, or has none.
std::size_t runEnd(const std::string& text, std::size_t at, bool isSpaces) {
    while (at < text.size() && isSpace(codePointAt(text, at).value) == isSpaces)
        at += static_cast<std::size_t>(codePointAt(text, at).length);
    return at;
}

List splitOnSpaces(const std::string& text, std::int64_t most) {
    List parts;
    for (std::size_t at = runEnd(text, 0, true); at < text.size();) {
        const bool isLast = most >= 0 && std::ssize(parts) >= most; // keeps its white space at the end
        const std::size_t end = isLast ? text.size() : runEnd(text, at, false);
        addPart(parts, text.substr(at, end - at));
        at = runEnd(text, end, true);
    }
    return parts;
}

// As many words from the end; what is left in front keeps its white space at the start.
List splitOnSpacesFromRight(const std::string& text, std::int64_t most) {
    List words = splitOnSpaces(text, -1);
    if (most < 0 || std::ssize(words) <= most) return words;
    std::string rest = stripped(text, "", false, true);
    List parts;
    for (; most > 0; --most, words.pop_back()) {
        parts.push_back(words.back());
        rest = stripped(rest.substr(0, rest.size() - words.back().text().size()), "", false, true);
    }
    parts.emplace_back(rest);
    std::reverse(parts.begin(), parts.end());
    return parts;
}

List splitOn(const std::string& mark, const std::string& text, std::int64_t most) {
    List parts;
    std::size_t last = 0;
    for (std::size_t at; (most < 0 || std::ssize(parts) < most) && (at = text.find(mark, last)) != std::string::npos;
         last = at + mark.size())
        addPart(parts, text.substr(last, at - last));
    addPart(parts, text.substr(last));
    return parts;
}

List splitOnFromRight(const std::string& mark, const std::string& text, std::int64_t most) {
    List parts;
    std::size_t end = text.size();
    while ((most < 0 || std::ssize(parts) < most) && end >= mark.size()) {
        const std::size_t at = text.rfind(mark, end - mark.size());
        if (at == std::string::npos) break;
        addPart(parts, text.substr(at + mark.size(), end - at - mark.size()));
        end = at;
    }
    addPart(parts, text.substr(0, end));
    std::reverse(parts.begin(), parts.end());
    return parts;
}

const std::string& markOf(const Arguments& a) {
    const std::string& mark = textArgument(a, 0, "sep");
    if (mark.empty()) fail("A separator must not be empty");
    return mark;
}

using OnSpaces = List (*)(const std::string& text, std::int64_t most);
using OnMark = List (*)(const std::string& mark, const std::string& text, std::int64_t most);

template <OnSpaces onSpaces, OnMark onMark>
Value splitMethod(const Value& self, const Arguments& a) {
    const std::int64_t most = integerArgument(a, 1, "maxsplit", -1);
    const bool isSpaces = a.at(0, "sep", Value::none()).is<None>();
    return Value::list(isSpaces ? onSpaces(self.text(), most) : onMark(markOf(a), self.text(), most));
}

Value partition(const Value& self, const Arguments& a) {
    const std::string& text = self.text();
    const std::string& mark = markOf(a);
    const std::size_t at = text.find(mark);
    if (at == std::string::npos) return Value::tuple({self, "", ""});
    return Value::tuple({text.substr(0, at), mark, text.substr(at + mark.size())});
}
Value partitionFromRight(const Value& self, const Arguments& a) {
    const std::string& text = self.text();
    const std::string& mark = markOf(a);
    const std::size_t at = text.rfind(mark);
    if (at == std::string::npos) return Value::tuple({"", "", self});
    return Value::tuple({text.substr(0, at), mark, text.substr(at + mark.size())});
}

Value splitLines(const Value& self, const Arguments& a) {
    List parts;
    for (std::string& line : lines(self.text(), a.at(0, "keepends", false).isTrue() ? LineEnds::Keep : LineEnds::Drop))
        parts.emplace_back(std::move(line));
    return Value::list(std::move(parts));
}

Value joinMethod(const Value& self, const Arguments& a) {
    return applyFilter("join", a.at(0, "iterable"), {.positional = {self}, .named = {}});
}

} // namespace

MethodTable cutMethods() {
    const Signature splitting = {"sep?", "maxsplit?"};
    return {{"split", {splitMethod<splitOnSpaces, splitOn>, splitting}},
            {"rsplit", {splitMethod<splitOnSpacesFromRight, splitOnFromRight>, splitting}},
            {"partition", {partition, {"sep", "/"}}},
            {"rpartition", {partitionFromRight, {"sep", "/"}}},
            {"splitlines", {splitLines, {"keepends?"}}},
            {"join", {joinMethod, {"iterable", "/"}}}};
}

} // namespace fettle::jinja
