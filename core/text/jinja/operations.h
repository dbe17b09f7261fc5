#pragma once

#include "core/text/jinja/value.h"

#include <optional>
#include <string>

namespace fettle::jinja {

// Python's operators on values.
[[nodiscard]] Value arithmetic(const std::string& op, const Value& left, const Value& right); // + - * / // % **
[[nodiscard]] std::int64_t truncated(const Value& number);                                    // int(number)
[[nodiscard]] bool compare(const std::string& op, const Value& left, const Value& right);     // == != < <= > >=
[[nodiscard]] bool contains(const Value& container, const Value& item);                       // in

// a[b], a.b; undefined where there is no such item. Fails on undefined and none.
[[nodiscard]] Value subscript(const Value& object, const Value& key);
[[nodiscard]] Value attribute(const Value& object, const std::string& name);
[[nodiscard]] Value slice(const Value& object, const Value& start, const Value& stop, const Value& step);

// Elements of whatever can be looped over: list, tuple, keys of a dict, characters of a text.
[[nodiscard]] List elements(const Value& value);
[[nodiscard]] std::int64_t length(const Value& value);

// A method of a text, list or dict ("strip", "items"), bound to it.
[[nodiscard]] std::optional<Value> method(const Value& object, const std::string& name);

[[nodiscard]] Value applyFilter(const std::string& name, const Value& value, const Arguments& arguments);
[[nodiscard]] bool applyTest(const std::string& name, const Value& value, const Arguments& arguments);
[[nodiscard]] bool isFilter(const std::string& name);
[[nodiscard]] bool isTest(const std::string& name);

[[nodiscard]] Value call(const Value& function, const Arguments& arguments);

// The text of a value as HTML holds it, marked as such; a marked text as it is.
[[nodiscard]] Value escapedText(const Value& value);

} // namespace fettle::jinja
