#pragma once

#include "core/base/json.h"

#include <QString>

#include <optional>

namespace fettle::ui {

// Members of what another program told: absent, of another type, or not even an object is empty.
[[nodiscard]] QString textIn(const Json& object, const char* key);
[[nodiscard]] std::optional<double> numberIn(const Json& object, const char* key);
[[nodiscard]] std::int64_t wholeIn(const Json& object, const char* key); // 0 where there is none
[[nodiscard]] const Json& listIn(const Json& object, const char* key);   // an empty list where there is none
const Json& listIn(Json&& object, const char* key) = delete;             // it would be gone before its list

} // namespace fettle::ui
