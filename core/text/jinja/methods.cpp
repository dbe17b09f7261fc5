#include "core/text/jinja/operations.h"
#include "core/text/utf8.h"

#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <map>

namespace fettle::jinja {

namespace {

using Method = Value (*)(const Value& self, const Arguments& arguments);

std::string textArgument(const Arguments& arguments, std::size_t index, const char* name) {
    const Value value = arguments.at(index, name);
    if (!value.isString()) fail("A text method got a value of type " + value.typeName());
    return value.text();
}

std::string charactersToStrip(const Arguments& arguments) {
    const Value value = arguments.at(0, "chars", Value::none());
    return value.is<None>() ? "" : pythonText(value);
}

Value strip(const Value& self, const Arguments& a) {
    return stripped(self.text(), charactersToStrip(a), true, true);
}
Value stripLeft(const Value& self, const Arguments& a) {
    return stripped(self.text(), charactersToStrip(a), true, false);
}
Value stripRight(const Value& self, const Arguments& a) {
    return stripped(self.text(), charactersToStrip(a), false, true);
}

// The end of the run that starts at `at` and is all white space, or has none.
std::size_t runEnd(const std::string& text, std::size_t at, bool isSpace) {
    while (at < text.size() && (u_isUWhiteSpace(static_cast<UChar32>(codePointAt(text, at).value)) != 0) == isSpace)
        at += static_cast<std::size_t>(codePointAt(text, at).length);
    return at;
}

List splitOnSpaces(const std::string& text, std::int64_t most) {
    List parts;
    for (std::size_t at = runEnd(text, 0, true); at < text.size();) {
        if (parts.size() >= kMostItems) fail("A text has too many parts");
        const bool isLast = most >= 0 && std::ssize(parts) >= most; // keeps its white space at the end
        const std::size_t end = isLast ? text.size() : runEnd(text, at, false);
        parts.emplace_back(text.substr(at, end - at));
        at = runEnd(text, end, true);
    }
    return parts;
}

Value split(const Value& self, const Arguments& a) {
    const Value separator = a.at(0, "sep", Value::none());
    const Value limit = a.at(1, "maxsplit", std::int64_t{-1});
    const std::int64_t most = limit.isInteger() ? limit.integer() : -1;
    if (separator.is<None>()) return Value::list(splitOnSpaces(self.text(), most));
    const std::string mark = textArgument(a, 0, "sep");
    if (mark.empty()) fail("split() needs a separator that is not empty");
    List parts;
    std::size_t last = 0;
    for (std::size_t at;
         (most < 0 || std::ssize(parts) < most) && (at = self.text().find(mark, last)) != std::string::npos;
         last = at + mark.size()) {
        if (parts.size() >= kMostItems) fail("A text has too many parts");
        parts.emplace_back(self.text().substr(last, at - last));
    }
    parts.emplace_back(self.text().substr(last));
    return Value::list(std::move(parts));
}

bool matchesOne(const Value& candidates, const std::function<bool(const std::string&)>& matches) {
    if (candidates.is<Tuple>()) {
        for (const Value& candidate : candidates.items())
            if (candidate.isString() && matches(candidate.text())) return true;
        return false;
    }
    if (!candidates.isString()) fail("startswith() and endswith() take a text, not " + candidates.typeName());
    return matches(candidates.text());
}

Value startsWith(const Value& self, const Arguments& a) {
    return matchesOne(a.at(0, "prefix"), [&](const std::string& text) { return self.text().starts_with(text); });
}
Value endsWith(const Value& self, const Arguments& a) {
    return matchesOne(a.at(0, "suffix"), [&](const std::string& text) { return self.text().ends_with(text); });
}

Value replaceMethod(const Value& self, const Arguments& a) {
    if (!a.named.empty()) fail("str.replace() takes no keyword arguments");
    return applyFilter("replace", self, a);
}
Value findText(const Value& self, const Arguments& a) {
    const auto at = self.text().find(textArgument(a, 0, "sub"));
    return at == std::string::npos ? std::int64_t{-1} : codePointCount(self.text().substr(0, at));
}
Value count(const Value& self, const Arguments& a) {
    const std::string part = textArgument(a, 0, "sub");
    std::int64_t found = 0;
    for (std::size_t at = 0; !part.empty() && (at = self.text().find(part, at)) != std::string::npos; at += part.size())
        ++found;
    return found;
}
Value joinMethod(const Value& self, const Arguments& a) {
    return applyFilter("join", a.at(0, "iterable"), {.positional = {self}, .named = {}});
}
Value isDigit(const Value& self, const Arguments&) {
    return !self.text().empty() && self.text().find_first_not_of("0123456789") == std::string::npos;
}
Value toLower(const Value& self, const Arguments&) {
    return lower(self.text());
}
Value toUpper(const Value& self, const Arguments&) {
    return upper(self.text());
}
Value capitalize(const Value& self, const Arguments&) {
    return capitalized(self.text());
}
Value title(const Value& self, const Arguments&) {
    return titled(self.text());
}

Value items(const Value& self, const Arguments&) {
    List pairs;
    for (const auto& [key, value] : self.entries())
        pairs.push_back(Value::tuple({key, value}));
    return Value::list(std::move(pairs));
}
Value keys(const Value& self, const Arguments&) {
    return Value::list(elements(self));
}
Value values(const Value& self, const Arguments&) {
    List all;
    for (const auto& [key, value] : self.entries())
        all.push_back(value);
    return Value::list(std::move(all));
}
Value get(const Value& self, const Arguments& a) {
    const Value* found = find(self.entries(), a.at(0, "key"));
    return found != nullptr ? *found : a.at(1, "default", Value::none());
}
Value indexOf(const Value& self, const Arguments& a) {
    for (std::size_t i = 0; i < self.items().size(); ++i)
        if (self.items()[i].equals(a.at(0, "value"))) return static_cast<std::int64_t>(i);
    fail("The list does not hold this value");
}

// The reference runs templates in an immutable sandbox.
Value refuseChange(const Value&, const Arguments&) {
    fail("A template must not change a list or dict");
}

const std::map<std::string, Method>& textMethods() {
    static const std::map<std::string, Method> all = {
        {"strip", strip},           {"lstrip", stripLeft},      {"rstrip", stripRight},
        {"split", split},           {"startswith", startsWith}, {"endswith", endsWith},
        {"replace", replaceMethod}, {"find", findText},         {"count", count},
        {"join", joinMethod},       {"isdigit", isDigit},       {"lower", toLower},
        {"upper", toUpper},         {"capitalize", capitalize}, {"title", title}};
    return all;
}
const std::map<std::string, Method>& dictMethods() {
    static const std::map<std::string, Method> all = {
        {"items", items},         {"keys", keys},        {"values", values},      {"get", get},
        {"update", refuseChange}, {"pop", refuseChange}, {"clear", refuseChange}, {"setdefault", refuseChange}};
    return all;
}
const std::map<std::string, Method>& listMethods() {
    static const std::map<std::string, Method> all = {
        {"index", indexOf},       {"append", refuseChange}, {"pop", refuseChange},     {"insert", refuseChange},
        {"extend", refuseChange}, {"remove", refuseChange}, {"reverse", refuseChange}, {"sort", refuseChange}};
    return all;
}

} // namespace

std::optional<Value> method(const Value& object, const std::string& name) {
    const std::map<std::string, Method>* table = object.isString()     ? &textMethods()
                                                 : object.isDict()     ? &dictMethods()
                                                 : object.isSequence() ? &listMethods()
                                                                       : nullptr;
    if (table == nullptr) return std::nullopt;
    const auto found = table->find(name);
    if (found == table->end()) return std::nullopt;
    return Value::method(
        object, [object, function = found->second](const Arguments& arguments) { return function(object, arguments); });
}

namespace {

std::string fromUnicode(const icu::UnicodeString& text) {
    std::string result;
    text.toUTF8String(result);
    return result;
}

} // namespace

std::string lower(const std::string& text) {
    return fromUnicode(icu::UnicodeString::fromUTF8(text).toLower(icu::Locale::getRoot()));
}

std::string upper(const std::string& text) {
    return fromUnicode(icu::UnicodeString::fromUTF8(text).toUpper(icu::Locale::getRoot()));
}

std::string capitalized(const std::string& text) {
    if (text.empty()) return text;
    const auto first = static_cast<std::size_t>(codePointAt(text, 0).length);
    return upper(text.substr(0, first)) + lower(text.substr(first));
}

std::string titled(const std::string& text) {
    std::string result;
    bool isStart = true;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = codePointAt(text, at);
        const auto letter = static_cast<UChar32>(c.value);
        result += utf8(static_cast<char32_t>(isStart ? u_totitle(letter) : u_tolower(letter)));
        isStart = u_isalpha(letter) == 0;
        at += static_cast<std::size_t>(c.length);
    }
    return result;
}

std::string stripped(const std::string& text, const std::string& characters, bool left, bool right) {
    const auto isStripped = [&](std::size_t at) {
        const CodePoint c = codePointAt(text, at);
        return characters.empty()
                   ? u_isUWhiteSpace(static_cast<UChar32>(c.value)) != 0
                   : characters.find(text.substr(at, static_cast<std::size_t>(c.length))) != std::string::npos;
    };
    std::size_t begin = 0, end = text.size();
    while (left && begin < end && isStripped(begin))
        begin += static_cast<std::size_t>(codePointAt(text, begin).length);
    while (right && end > begin) {
        std::size_t last = end - 1;
        while (last > begin && isContinuation(text[last]))
            --last;
        if (!isStripped(last)) break;
        end = last;
    }
    return text.substr(begin, end - begin);
}

} // namespace fettle::jinja
