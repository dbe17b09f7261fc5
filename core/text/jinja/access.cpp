#include "core/text/jinja/operations.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <utility>

namespace fettle::jinja {

namespace {

// Where each character starts, and where the text ends.
std::vector<std::uint32_t> characterStarts(const std::string& text) {
    std::vector<std::uint32_t> starts;
    for (std::size_t at = 0; at < text.size(); at += static_cast<std::size_t>(codePointAt(text, at).length))
        starts.push_back(static_cast<std::uint32_t>(at));
    starts.push_back(static_cast<std::uint32_t>(text.size()));
    return starts;
}

std::string character(const std::string& text, const std::vector<std::uint32_t>& starts, std::int64_t index) {
    const auto i = static_cast<std::size_t>(index);
    return text.substr(starts[i], starts[i + 1] - starts[i]);
}

void refuseAccess(const Value& object, const std::string& what) {
    if (object.is<Undefined>()) fail("'" + object.get<Undefined>().name + "' is undefined, so it has no " + what);
}

// The indices that a slice of so many elements takes.
std::vector<std::int64_t> slicedIndices(std::int64_t size, const Value& start, const Value& stop, const Value& step) {
    const auto bound = [](const Value& value) {
        if (!value.isInteger()) fail("A slice takes whole numbers, not " + value.typeName());
        return value.integer();
    };
    const std::int64_t stride = step.is<None>() ? 1 : bound(step);
    if (stride == 0) fail("A slice's step must not be 0");
    const auto clamp = [&](const Value& value, std::int64_t fallback) {
        if (value.is<None>()) return fallback;
        const std::int64_t index = bound(value) < 0 ? bound(value) + size : bound(value);
        return std::clamp<std::int64_t>(index, stride > 0 ? 0 : -1, stride > 0 ? size : size - 1);
    };
    const std::int64_t first = clamp(start, stride > 0 ? 0 : size - 1), last = clamp(stop, stride > 0 ? size : -1);
    std::vector<std::int64_t> indices;
    for (std::int64_t i = first; stride > 0 ? i < last : i > last;) {
        indices.push_back(i);
        if (__builtin_add_overflow(i, stride, &i)) break;
    }
    return indices;
}

Value undefinedItem(const Value& key) {
    return Value::undefined(pythonText(key));
}

} // namespace

Value subscript(const Value& object, const Value& key) {
    refuseAccess(object, "items");
    if (object.isDict()) {
        const Value* found = find(object.entries(), key);
        return found != nullptr ? *found : undefinedItem(key);
    }
    if (object.is<Namespace>()) {
        const Value* found = find(*object.get<Namespace>().attributes, key);
        return found != nullptr ? *found : undefinedItem(key);
    }
    if (key.isInteger() && (object.isSequence() || object.isString())) {
        const std::int64_t size = length(object);
        const std::int64_t index = key.integer() < 0 ? key.integer() + size : key.integer();
        if (index < 0 || index >= size) return undefinedItem(key);
        return object.isString() ? object.likewise(character(object.text(), characterStarts(object.text()), index))
                                 : object.items()[static_cast<std::size_t>(index)];
    }
    return key.isString() ? attribute(object, key.text()) : undefinedItem(key);
}

Value attribute(const Value& object, const std::string& name) {
    refuseAccess(object, "attribute '" + name + "'");
    // jinja2 looks for a method first, then for an item.
    if (const auto bound = method(object, name)) return *bound;
    if (object.is<Loop>()) {
        const Value* found = find(*object.get<Loop>().attributes, name);
        return found != nullptr ? *found : undefinedItem(name);
    }
    if (object.is<Tuple>() && object.get<Tuple>().isGroup) {
        if (name == "grouper") return object.items()[0];
        if (name == "list") return object.items()[1];
    }
    return object.isDict() || object.is<Namespace>() ? subscript(object, name) : undefinedItem(name);
}

Value slice(const Value& object, const Value& start, const Value& stop, const Value& step) {
    refuseAccess(object, "slices");
    if (object.isString()) {
        const auto starts = characterStarts(object.text());
        std::string text;
        for (const std::int64_t i : slicedIndices(std::ssize(starts) - 1, start, stop, step))
            text += character(object.text(), starts, i);
        return object.likewise(std::move(text));
    }
    if (!object.isSequence()) fail("A value of type " + object.typeName() + " cannot be sliced");
    List items;
    for (const std::int64_t i : slicedIndices(std::ssize(object.items()), start, stop, step))
        items.push_back(object.items()[static_cast<std::size_t>(i)]);
    return object.is<Tuple>() ? Value::tuple(std::move(items)) : Value::list(std::move(items));
}

namespace {

List letters(const std::string& text) {
    const auto starts = characterStarts(text);
    if (starts.size() > kMostItems) fail("A text is too long to be looped over");
    List items;
    for (std::int64_t i = 0; i + 1 < std::ssize(starts); ++i)
        items.emplace_back(character(text, starts, i));
    return items;
}

} // namespace

List elements(const Value& value) {
    if (value.isSequence()) return value.items();
    if (value.is<Generator>()) return std::exchange(*value.get<Generator>().items, {}); // only once
    List items;
    if (value.isDict())
        for (const auto& [key, item] : value.entries())
            items.push_back(key);
    else if (value.isString())
        return letters(value.text());
    else if (!value.is<Undefined>())
        fail("A value of type " + value.typeName() + " cannot be looped over");
    return items;
}

std::int64_t length(const Value& value) {
    if (value.isString()) return codePointCount(value.text());
    if (value.isSequence()) return std::ssize(value.items());
    if (value.isDict()) return std::ssize(value.entries());
    if (value.is<Undefined>()) return 0;
    fail("A value of type " + value.typeName() + " has no length");
}

} // namespace fettle::jinja
