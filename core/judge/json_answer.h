#pragma once

#include "core/base/json.h"

#include <optional>
#include <string_view>

namespace fettle::judge {

// The object or list that the text is, with or without a fence of code around it; nothing where it is none.
[[nodiscard]] std::optional<Json> jsonAnswer(std::string_view text);

} // namespace fettle::judge
