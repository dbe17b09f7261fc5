#pragma once

#include "core/library/base_model.h"

#include <filesystem>
#include <vector>

namespace fettle {

// Whether one of these adapters brings a score, which makes its base a reward model.
[[nodiscard]] bool isScoredBy(const std::vector<std::filesystem::path>& adapters);

// The base's architecture, with a score in place of its head where adapters bring one to a base without. Errors of
// withScoreHead.
[[nodiscard]] Architecture architectureUnder(const BaseModel& base, bool isScored, const Tokenizer& tokenizer);

} // namespace fettle
