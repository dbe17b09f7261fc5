#pragma once

#include "core/base/json.h"

#include <span>
#include <string>
#include <string_view>

namespace fettle {

// Insertions, deletions, substitutions and swaps of neighbours that turn one text into the other (optimal string
// alignment distance).
[[nodiscard]] std::size_t editDistance(std::string_view from, std::string_view to);

// The choice with the smallest edit distance; the first of equals. Empty if there is none.
[[nodiscard]] std::string nearestChoice(std::string_view text, std::span<const std::string_view> choices);

// The key ("optimizer.learning_rate") of the described fields nearest to an unknown one; a key of the same section is
// nearer than an equally similar one elsewhere. List indices are compared as "[]".
[[nodiscard]] std::string nearestKey(std::string_view key, const Json& fields);

} // namespace fettle
