#pragma once

#include "core/config/config_problem.h"
#include "core/config/reward_config.h"

namespace fettle {

// What contradicts itself in rewards under `section`, for answers of at most `longest` tokens.
void checkRewards(const RewardConfig& rewards, std::int64_t longest, const std::string& section,
                  ConfigProblems& problems);

} // namespace fettle
