#pragma once

#include "core/text/jinja/signature.h"

#include <optional>

namespace fettle::jinja {

using FilterTable = FunctionTable<Value>;

// Filters by what they work on.
[[nodiscard]] FilterTable textFilters();   // trim, replace, indent, tojson ...
[[nodiscard]] FilterTable numberFilters(); // int, round ...
[[nodiscard]] FilterTable listFilters();   // first, join, select, map ...
[[nodiscard]] FilterTable orderFilters();  // sort, unique, min ...
[[nodiscard]] FilterTable groupFilters();  // batch, groupby ...

// A key, or a path of them: "function.name", "0.role". What a part of the path lacks is the fallback, if there is one.
[[nodiscard]] Value looked(const Value& item, const Value& path, const Value& fallback = Value::none());
// A text without regard to case, unless it counts; any other value as it is.
enum class Case { Ignored, Counts };
[[nodiscard]] Value comparable(const Value& value, Case letters);
[[nodiscard]] Case caseOf(const Arguments& arguments, std::size_t index); // the argument case_sensitive
// With equal elements in their order.
[[nodiscard]] List sortedByKeys(const List& items, const List& keys, bool isReverse);

} // namespace fettle::jinja
