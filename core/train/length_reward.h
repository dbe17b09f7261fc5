#pragma once

#include "core/train/rewards.h"

namespace fettle {

// The soft overlong punishment of DAPO (arXiv:2503.14476, eq. 13; trl/rewards/other_rewards.py): 0 for answers of few
// tokens, falling to -1 over the last soft_punish_cache of the allowed ones, and -1 beyond.
[[nodiscard]] double lengthPunishment(std::int64_t tokens, std::int64_t longest, std::int64_t cache);
[[nodiscard]] JudgeAnswers lengthReward(std::int64_t longest, std::int64_t cache);

} // namespace fettle
