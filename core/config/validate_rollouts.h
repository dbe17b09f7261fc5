#pragma once

#include "core/config/config_problem.h"
#include "core/config/rollout_config.h"

namespace fettle {

// `maxLength`: tokens of prompt and answer together.
void checkRollouts(const RolloutConfig& rollouts, std::int64_t maxLength, ConfigProblems& problems);

} // namespace fettle
