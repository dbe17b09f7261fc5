#pragma once

#include "core/base/json.h"

#include <arrow/api.h>

namespace fettle {

// The value at a row: texts, numbers, flags and null as they are in JSON, lists as arrays, structs and maps of texts as
// objects, the words of a dictionary themselves. Any other type (times, decimals, bytes) is the text that Arrow shows
// for it. Throws std::runtime_error where Arrow refuses.
[[nodiscard]] Json jsonValue(const arrow::Array& column, std::int64_t row);

} // namespace fettle
