#pragma once

#include "core/train/rewards.h"

#include <map>

namespace fettle {

// What answers earned, each by each reward.
struct EarnedRewards {
    std::vector<std::pair<std::string, std::vector<double>>> byReward;
    std::vector<double> total; // weighted
};
[[nodiscard]] EarnedRewards earnedBy(std::span<const DrawnAnswer> answers, std::span<const Reward> rewards);

// Their means and lengths under TRL's names (trl/trainer/grpo_trainer.py): reward, reward_std (unbiased, over all of
// them; 0 of one), rewards/NAME/mean, completions/*. At least one answer.
[[nodiscard]] std::map<std::string, double> metricsOf(std::span<const DrawnAnswer> answers,
                                                      const EarnedRewards& earned);

} // namespace fettle
