#pragma once

#include "core/base/json.h"

#include <optional>

namespace fettle {

// Calls of tools as transformers' templates take them: [{"type": "function", "function": {"name", "arguments"}}], made
// of {"name", "arguments"} or a list of such, each also as a text of JSON. nullopt where it is none of these.
[[nodiscard]] std::optional<Json> readToolCalls(const Json& value);

} // namespace fettle
