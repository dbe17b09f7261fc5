#pragma once

#include "core/library/text_side.h"

#include <filesystem>
#include <vector>

namespace fettle {

// Whether one of these adapters brings a score, which makes its base a reward model.
[[nodiscard]] bool isScoredBy(const std::vector<std::filesystem::path>& adapters);

// architectureFor the text, with a score in place of its head where adapters bring one to a base without. Errors of
// withScoreHead.
[[nodiscard]] Architecture architectureUnder(const BaseModel& base, bool isScored, const TextSide& text);

} // namespace fettle
