#pragma once

#include "core/base/json.h"

namespace fettle::ui {

// The error in an engine's {"kind", "facts", "message", "hint"}; an unknown kind is Internal, what is missing is empty.
[[nodiscard]] Error errorFrom(const Json& told);

} // namespace fettle::ui
