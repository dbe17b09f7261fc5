#include "core/text/jinja/operations.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>
#include <map>
#include <set>

namespace fettle::jinja {

namespace {

using Filter = Value (*)(const Value& value, const Arguments& arguments);

Value toJsonText(const Value& value, const Arguments& a) {
    JsonStyle style;
    if (const Value indent = a.at(0, "indent", Value::none()); indent.isInteger()) {
        style.itemSeparator = ",";
        style.indent = static_cast<int>(std::clamp<std::int64_t>(indent.integer(), 0, 16));
    }
    for (const auto& [name, given] : a.named) {
        if (name == "sort_keys") style.sortKeys = given.isTrue();
        if (name == "ensure_ascii") style.asciiOnly = given.isTrue();
        if (name == "separators" && given.isSequence() && given.items().size() == 2) {
            style.itemSeparator = pythonText(given.items()[0]);
            style.keySeparator = pythonText(given.items()[1]);
        }
    }
    return jsonText(value, style);
}

Value lengthOf(const Value& value, const Arguments&) {
    return length(value);
}
Value trim(const Value& value, const Arguments& a) {
    const Value characters = a.at(0, "chars", Value::none());
    return stripped(pythonText(value), characters.is<None>() ? "" : pythonText(characters), true, true);
}
Value toText(const Value& value, const Arguments&) {
    return pythonText(value);
}
Value itemsOf(const Value& value, const Arguments&) {
    if (value.is<Undefined>()) return Value::list();
    if (!value.isDict()) fail("items needs a dict, not " + value.typeName());
    return Value::generator(call(*method(value, "items"), {}).items());
}
Value toList(const Value& value, const Arguments&) {
    return Value::list(elements(value));
}
Value unchanged(const Value& value, const Arguments&) {
    return value;
}

Value toInteger(const Value& value, const Arguments& a) {
    if (value.isNumber()) return truncated(value);
    const Value fallback = a.at(0, "default", std::int64_t{0});
    if (!value.isString()) return fallback;
    const std::string text = stripped(value.text(), "", true, true);
    const char* end = text.data() + text.size();
    std::int64_t whole = 0;
    if (const auto read = std::from_chars(text.data(), end, whole); read.ec == std::errc{} && read.ptr == end)
        return whole;
    double number = 0;
    const auto read = std::from_chars(text.data(), end, number);
    return read.ec == std::errc{} && read.ptr == end ? Value(truncated(number)) : fallback;
}

// A key, or a path of them: "function.name", "0.role".
Value looked(const Value& item, const Value& path) {
    if (!path.isString()) return subscript(item, path);
    Value found = item;
    const Value parts = call(*method(path, "split"), {.positional = {"."}, .named = {}});
    for (const Value& part : parts.items()) {
        const bool isIndex = !part.text().empty() && part.text().find_first_not_of("0123456789") == std::string::npos;
        found = subscript(found, isIndex ? toInteger(part, {}) : part);
    }
    return found;
}

Value join(const Value& value, const Arguments& a) {
    const Value separator = a.at(0, "d", Value(""));
    const Value attributeName = a.at(1, "attribute", Value::none());
    std::string text;
    bool isFirst = true;
    for (const Value& item : elements(value)) {
        text += (isFirst ? "" : pythonText(separator)) +
                pythonText(attributeName.is<None>() ? item : looked(item, attributeName));
        isFirst = false;
        if (text.size() > kLongestText) fail("A text is too long");
    }
    return text;
}

Value defaultTo(const Value& value, const Arguments& a) {
    const bool replacesFalse = a.at(1, "boolean", false).isTrue();
    return value.is<Undefined>() || (replacesFalse && !value.isTrue()) ? a.at(0, "default_value", Value("")) : value;
}

// What select, reject, map and their kin apply to an element: a test by name, or truth.
bool passes(const Value& item, const Arguments& a, std::size_t first) {
    if (a.positional.size() <= first) return item.isTrue();
    Arguments rest;
    rest.positional.assign(a.positional.begin() + static_cast<std::ptrdiff_t>(first) + 1, a.positional.end());
    return applyTest(pythonText(a.positional[first]), item, rest);
}
// jinja2's lazy filters take anything false for nothing.
List elementsIfAny(const Value& value) {
    return value.isTrue() ? elements(value) : List{};
}
Value filtered(const Value& value, const Arguments& a, bool keeps, bool byAttribute) {
    List result;
    for (const Value& item : elementsIfAny(value)) {
        const Value tested = byAttribute ? looked(item, a.at(0, "attribute")) : item;
        if (passes(tested, a, byAttribute ? 1 : 0) == keeps) result.push_back(item);
    }
    return Value::generator(std::move(result));
}
Value select(const Value& value, const Arguments& a) {
    return filtered(value, a, true, false);
}
Value reject(const Value& value, const Arguments& a) {
    return filtered(value, a, false, false);
}
Value selectAttribute(const Value& value, const Arguments& a) {
    return filtered(value, a, true, true);
}
Value rejectAttribute(const Value& value, const Arguments& a) {
    return filtered(value, a, false, true);
}

Value map(const Value& value, const Arguments& a) {
    List result;
    const Value attributeName = a.at(99, "attribute", Value::none());
    const Value fallback = a.at(99, "default");
    Arguments rest;
    if (!a.positional.empty()) rest.positional.assign(a.positional.begin() + 1, a.positional.end());
    for (const Value& item : elementsIfAny(value)) {
        if (attributeName.is<None>()) {
            result.push_back(applyFilter(pythonText(a.at(0, "filter")), item, rest));
            continue;
        }
        const Value found = looked(item, attributeName);
        result.push_back(found.is<Undefined>() && !fallback.is<Undefined>() ? fallback : found);
    }
    return Value::generator(std::move(result));
}

// Case is ignored unless asked for; equal elements keep their order, also backwards.
List sortedBy(List items, bool isReverse, bool isCaseSensitive, const std::function<Value(const Value&)>& part) {
    const auto key = [&](const Value& item) {
        const Value found = part(item);
        return Value::list({found.isString() && !isCaseSensitive ? Value(lower(found.text())) : found});
    };
    std::vector<std::pair<Value, Value>> keyed;
    for (Value& item : items)
        keyed.emplace_back(key(item), item);
    std::stable_sort(keyed.begin(), keyed.end(), [&](const auto& x, const auto& y) {
        return isReverse ? compare("<", y.first, x.first) : compare("<", x.first, y.first);
    });
    for (std::size_t i = 0; i < items.size(); ++i)
        items[i] = keyed[i].second;
    return items;
}

Value sorted(const Value& value, const Arguments& a) {
    const Value path = a.at(2, "attribute", Value::none());
    return Value::list(sortedBy(elements(value), a.at(0, "reverse", false).isTrue(),
                                a.at(1, "case_sensitive", false).isTrue(),
                                [&](const Value& item) { return path.is<None>() ? item : looked(item, path); }));
}

Value dictSorted(const Value& value, const Arguments& a) {
    const std::size_t by = pythonText(a.at(1, "by", Value("key"))) == "value" ? 1 : 0;
    return Value::list(sortedBy(elements(itemsOf(value, {})), a.at(2, "reverse", false).isTrue(),
                                a.at(0, "case_sensitive", false).isTrue(),
                                [&](const Value& pair) { return pair.items()[by]; }));
}

// Numbers that are equal have one key, whatever their type; texts are compared without case.
Value unique(const Value& value, const Arguments& a) {
    const bool isCaseSensitive = a.at(0, "case_sensitive", false).isTrue();
    const Value path = a.at(1, "attribute", Value::none());
    std::set<std::string> seen;
    List result;
    for (const Value& item : elements(value)) {
        const Value key = path.is<None>() ? item : looked(item, path);
        const std::string text = key.isNumber()                       ? pythonRepr(key.number())
                                 : key.isString() && !isCaseSensitive ? "'" + lower(key.text())
                                                                      : pythonRepr(key);
        if (seen.insert(text).second) result.push_back(item);
    }
    return Value::generator(std::move(result));
}
Value reversed(const Value& value, const Arguments&) {
    if (value.isString()) return slice(value, Value::none(), Value::none(), std::int64_t{-1});
    List items = elements(value);
    std::reverse(items.begin(), items.end());
    return Value::list(std::move(items));
}
Value first(const Value& value, const Arguments&) {
    const List items = elements(value);
    return items.empty() ? Value() : items.front();
}
Value last(const Value& value, const Arguments&) {
    if (value.is<Generator>()) fail("A generator has no last element; make a list of it");
    const List items = elements(value);
    return items.empty() ? Value() : items.back();
}

// An empty text to replace stands before each character and at the end.
Value replace(const Value& value, const Arguments& a) {
    const std::string text = pythonText(value), from = pythonText(a.at(0, "old")), to = pythonText(a.at(1, "new"));
    const Value limit = a.at(2, "count", Value::none());
    std::int64_t left = limit.isInteger() ? limit.integer() : -1;
    std::string result;
    std::size_t at = 0;
    for (std::size_t next; left != 0 && (next = text.find(from, at)) != std::string::npos; --left) {
        result += text.substr(at, next - at) + to;
        at = next + from.size();
        if (result.size() > kLongestText) fail("A text is too long");
        if (!from.empty()) continue;
        if (at >= text.size()) return result;
        const auto length = static_cast<std::size_t>(utf8Length(static_cast<unsigned char>(text[at])));
        result += text.substr(at, length);
        at = std::min(at + length, text.size());
    }
    return result + text.substr(at);
}

Value indent(const Value& value, const Arguments& a) {
    const Value width = a.at(0, "width", std::int64_t{4});
    const std::string margin =
        width.isString()
            ? width.text()
            : std::string(static_cast<std::size_t>(std::clamp<std::int64_t>(width.integer(), 0, 256)), ' ');
    const bool indentsFirst = a.at(1, "first", false).isTrue(), indentsBlank = a.at(2, "blank", false).isTrue();
    const std::string text = pythonText(value);
    std::string result;
    std::size_t begin = 0;
    for (bool isFirst = true; begin <= text.size(); isFirst = false) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string line = text.substr(begin, end - begin);
        result +=
            (isFirst ? "" : "\n") + ((isFirst ? indentsFirst : indentsBlank || !line.empty()) ? margin + line : line);
        begin = end + 1;
        if (result.size() > kLongestText) fail("A text is too long");
    }
    return result;
}

Value toFloat(const Value& value, const Arguments& a) {
    if (value.isNumber()) return value.number();
    double number = 0;
    const std::string text = pythonText(value);
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
    return code == std::errc{} && end == text.data() + text.size() ? Value(number) : a.at(0, "default", 0.0);
}
Value rounded(const Value& value, const Arguments& a) {
    const Value precision = a.at(0, "precision", std::int64_t{0});
    const double scale = std::pow(10.0, static_cast<double>(precision.integer()));
    return std::nearbyint(value.number() * scale) / scale; // Python rounds halves to even
}
Value absolute(const Value& value, const Arguments&) {
    if (value.is<double>()) return std::abs(value.number());
    return value.integer() < 0 ? arithmetic("-", std::int64_t{0}, value) : Value(value.integer());
}

template <std::string (*function)(const std::string&)>
Value onText(const Value& value, const Arguments&) {
    return function(pythonText(value));
}

const std::map<std::string, Filter>& filters() {
    static const std::map<std::string, Filter> all = {{"tojson", toJsonText},
                                                      {"length", lengthOf},
                                                      {"count", lengthOf},
                                                      {"trim", trim},
                                                      {"string", toText},
                                                      {"items", itemsOf},
                                                      {"list", toList},
                                                      {"safe", unchanged},
                                                      {"join", join},
                                                      {"default", defaultTo},
                                                      {"d", defaultTo},
                                                      {"select", select},
                                                      {"reject", reject},
                                                      {"selectattr", selectAttribute},
                                                      {"rejectattr", rejectAttribute},
                                                      {"map", map},
                                                      {"sort", sorted},
                                                      {"dictsort", dictSorted},
                                                      {"unique", unique},
                                                      {"reverse", reversed},
                                                      {"first", first},
                                                      {"last", last},
                                                      {"replace", replace},
                                                      {"indent", indent},
                                                      {"int", toInteger},
                                                      {"float", toFloat},
                                                      {"round", rounded},
                                                      {"abs", absolute},
                                                      {"lower", onText<lower>},
                                                      {"upper", onText<upper>},
                                                      {"title", onText<titled>},
                                                      {"capitalize", onText<capitalized>}};
    return all;
}

} // namespace

bool isFilter(const std::string& name) {
    return filters().contains(name);
}

Value applyFilter(const std::string& name, const Value& value, const Arguments& arguments) {
    const auto found = filters().find(name);
    if (found == filters().end()) fail("No filter named '" + name + "'");
    return found->second(value, arguments);
}

} // namespace fettle::jinja
