#include "core/text/jinja/filters.h"
#include "core/text/jinja/letters.h"
#include "core/text/jinja/operations.h"

#include <algorithm>
#include <charconv>

namespace fettle::jinja {

namespace {

Value lengthOf(const Value& value, const Arguments&) {
    return length(value);
}
Value itemsOf(const Value& value, const Arguments&) {
    if (value.is<Undefined>()) return Value::list();
    if (!value.isDict()) fail("items needs a dict, not " + value.typeName());
    return Value::generator(call(*method(value, "items"), {}).items());
}
Value toList(const Value& value, const Arguments&) {
    return Value::list(elements(value));
}

Value join(const Value& value, const Arguments& a) {
    const std::string separator = pythonText(a.at(0, "d", Value("")));
    const Value path = a.at(1, "attribute", Value::none());
    std::string text;
    bool isFirst = true;
    for (const Value& item : elements(value)) {
        text += (isFirst ? "" : separator) + pythonText(path.is<None>() ? item : looked(item, path));
        isFirst = false;
        if (text.size() > kLongestText) fail("A text is too long");
    }
    return text;
}

Value defaultTo(const Value& value, const Arguments& a) {
    const bool replacesFalse = a.at(1, "boolean", false).isTrue();
    return value.is<Undefined>() || (replacesFalse && !value.isTrue()) ? a.at(0, "default_value", Value("")) : value;
}

// The arguments behind the first `count` ones.
Arguments behind(const Arguments& a, std::size_t count) {
    Arguments rest{.positional = {}, .named = a.named};
    if (a.positional.size() > count)
        rest.positional.assign(a.positional.begin() + static_cast<std::ptrdiff_t>(count), a.positional.end());
    return rest;
}

// What select, reject and their kin apply to an element: a test by name, or truth.
bool passes(const Value& item, const Arguments& a, std::size_t first) {
    if (a.positional.size() > first) return applyTest(pythonText(a.positional[first]), item, behind(a, first + 1));
    if (!a.named.empty()) fail("There is no test for the argument '" + a.named.front().first + "'");
    return item.isTrue();
}
// jinja2's lazy filters take anything false for nothing.
List elementsIfAny(const Value& value) {
    return value.isTrue() ? elements(value) : List{};
}

template <bool keeps>
Value select(const Value& value, const Arguments& a) {
    List result;
    for (const Value& item : elementsIfAny(value))
        if (passes(item, a, 0) == keeps) result.push_back(item);
    return Value::generator(std::move(result));
}
template <bool keeps>
Value selectByAttribute(const Value& value, const Arguments& a) {
    if (a.positional.empty()) fail("The filter needs the name of an attribute");
    List result;
    for (const Value& item : elementsIfAny(value))
        if (passes(looked(item, a.positional[0]), a, 1) == keeps) result.push_back(item);
    return Value::generator(std::move(result));
}

Value map(const Value& value, const Arguments& a) {
    List result;
    const bool isByAttribute = a.positional.empty() && a.find(1, "attribute") != nullptr;
    if (isByAttribute) checkArguments("map", {"attribute", "default?"}, a);
    if (!isByAttribute && a.positional.empty()) fail("map needs a filter or attribute=");
    for (const Value& item : elementsIfAny(value))
        result.push_back(isByAttribute ? looked(item, a.at(0, "attribute"), a.at(1, "default", Value::none()))
                                       : applyFilter(pythonText(a.positional[0]), item, behind(a, 1)));
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

Value attributeOf(const Value& value, const Arguments& a) {
    const std::string name = pythonText(a.at(0, "name"));
    // A dict's items are no attributes.
    if (value.isDict()) return method(value, name).value_or(Value::undefined(name));
    return attribute(value, name);
}

} // namespace

Value looked(const Value& item, const Value& path, const Value& fallback) {
    const auto orFallback = [&](Value found) {
        return found.is<Undefined>() && !fallback.is<None>() ? fallback : found;
    };
    if (!path.isString()) return orFallback(subscript(item, path));
    Value found = item;
    const Value parts = call(*method(path, "split"), {.positional = {"."}, .named = {}});
    for (const Value& part : parts.items()) {
        std::int64_t index = 0;
        const char* end = part.text().data() + part.text().size();
        const bool isIndex = isDecimal(part.text()) && std::from_chars(part.text().data(), end, index).ptr == end;
        found = orFallback(subscript(found, isIndex ? Value(index) : part));
    }
    return found;
}

FilterTable listFilters() {
    return {{"length", {lengthOf}},
            {"count", {lengthOf}},
            {"items", {itemsOf}},
            {"list", {toList}},
            {"join", {join, {"d?", "attribute?"}}},
            {"default", {defaultTo, {"default_value?", "boolean?"}}},
            {"d", {defaultTo, {"default_value?", "boolean?"}}},
            {"select", {select<true>, {"*"}}},
            {"reject", {select<false>, {"*"}}},
            {"selectattr", {selectByAttribute<true>, {"*"}}},
            {"rejectattr", {selectByAttribute<false>, {"*"}}},
            {"map", {map, {"*"}}},
            {"reverse", {reversed}},
            {"first", {first}},
            {"last", {last}},
            {"attr", {attributeOf, {"name"}}}};
}

} // namespace fettle::jinja
