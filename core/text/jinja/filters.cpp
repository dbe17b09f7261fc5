#include "core/text/jinja/operations.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

namespace fettle::jinja {

namespace {

using Filter = Value (*)(const Value& value, const Arguments& arguments);

Value toJsonText(const Value& value, const Arguments& a) {
    JsonStyle style;
    if (const Value indent = a.at(0, "indent", Value::none()); indent.isInteger())
        style.indent = static_cast<int>(std::clamp<std::int64_t>(indent.integer(), 0, 16));
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
    return call(*method(value, "items"), {});
}
Value toList(const Value& value, const Arguments&) {
    return Value::list(elements(value));
}
Value unchanged(const Value& value, const Arguments&) {
    return value;
}

Value join(const Value& value, const Arguments& a) {
    const Value separator = a.at(0, "d", Value(""));
    const Value attributeName = a.at(1, "attribute", Value::none());
    std::string text;
    bool isFirst = true;
    for (const Value& item : elements(value)) {
        text += (isFirst ? "" : pythonText(separator)) +
                pythonText(attributeName.is<None>() ? item : subscript(item, attributeName));
        isFirst = false;
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
Value filtered(const Value& value, const Arguments& a, bool keeps, bool byAttribute) {
    List result;
    for (const Value& item : elements(value)) {
        const Value looked = byAttribute ? subscript(item, a.at(0, "attribute")) : item;
        if (passes(looked, a, byAttribute ? 1 : 0) == keeps) result.push_back(item);
    }
    return Value::list(std::move(result));
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
    for (const Value& item : elements(value)) {
        if (attributeName.is<None>()) {
            result.push_back(applyFilter(pythonText(a.at(0, "filter")), item, rest));
            continue;
        }
        const Value found = subscript(item, attributeName);
        result.push_back(found.is<Undefined>() && !fallback.is<Undefined>() ? fallback : found);
    }
    return Value::list(std::move(result));
}

Value sorted(const Value& value, const Arguments& a) {
    List items = elements(value);
    const Value attributeName = a.at(2, "attribute", Value::none());
    const bool isCaseSensitive = a.at(1, "case_sensitive", false).isTrue();
    const auto key = [&](const Value& item) {
        const Value found = attributeName.is<None>() ? item : subscript(item, attributeName);
        return found.isString() && !isCaseSensitive ? Value(lower(found.text())) : found;
    };
    std::stable_sort(items.begin(), items.end(),
                     [&](const Value& x, const Value& y) { return compare("<", key(x), key(y)); });
    if (a.at(0, "reverse", false).isTrue()) std::reverse(items.begin(), items.end());
    return Value::list(std::move(items));
}

Value dictSorted(const Value& value, const Arguments& a) {
    List pairs = itemsOf(value, {}).items();
    const std::size_t by = pythonText(a.at(1, "by", Value("key"))) == "value" ? 1 : 0;
    const auto key = [&](const Value& pair) {
        const Value& item = pair.items()[by];
        return item.isString() ? Value(lower(item.text())) : item;
    };
    std::stable_sort(pairs.begin(), pairs.end(),
                     [&](const Value& x, const Value& y) { return compare("<", key(x), key(y)); });
    return Value::list(std::move(pairs));
}

Value unique(const Value& value, const Arguments&) {
    List result;
    for (const Value& item : elements(value))
        if (!contains(Value::list(result), item)) result.push_back(item);
    return Value::list(std::move(result));
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
    const List items = elements(value);
    return items.empty() ? Value() : items.back();
}

Value replace(const Value& value, const Arguments& a) {
    const std::string text = pythonText(value), from = pythonText(a.at(0, "old")), to = pythonText(a.at(1, "new"));
    const Value limit = a.at(2, "count", Value::none());
    std::int64_t left = limit.isInteger() ? limit.integer() : -1;
    std::string result;
    std::size_t at = 0;
    while (!from.empty() && left-- != 0) {
        const std::size_t next = text.find(from, at);
        if (next == std::string::npos) break;
        result += text.substr(at, next - at) + to;
        at = next + from.size();
        if (result.size() > kLongestText) fail("A text is too long");
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
    }
    return result;
}

Value toInteger(const Value& value, const Arguments& a) {
    const Value fallback = a.at(0, "default", std::int64_t{0});
    if (value.isNumber())
        return value.is<double>() ? Value(static_cast<std::int64_t>(value.number())) : Value(value.integer());
    if (!value.isString()) return fallback;
    const std::string text = stripped(value.text(), "", true, true);
    double number = 0;
    const auto [end, code] = std::from_chars(text.data(), text.data() + text.size(), number);
    return code == std::errc{} && end == text.data() + text.size() ? Value(static_cast<std::int64_t>(number))
                                                                   : fallback;
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
    return value.is<double>() ? Value(std::abs(value.number())) : Value(std::abs(value.integer()));
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
