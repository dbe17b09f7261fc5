#pragma once

#include "core/config/run_config.h"
#include "core/objective/drawn.h"
#include "core/train/rewards.h"

#include <map>
#include <string>
#include <vector>

namespace fettle {

// The answers of one micro-batch on their way to a step.
struct EstimatedAnswers {
    std::span<const DrawnAnswer> answers;
    DrawnFigures& figures;
};
// What each token of all these answers was worth, which is written into their figures; what TRL reports of it.
// `rewards`: of each answer. The penalty for answers without an end (PPO's missing_eos_penalty) comes off them.
[[nodiscard]] std::map<std::string, double> estimateTokens(const ObjectiveConfig& objective, const Estimate& estimate,
                                                           const std::vector<EstimatedAnswers>& groups,
                                                           std::vector<double> rewards);

} // namespace fettle
