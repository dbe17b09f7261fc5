#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace fettle {

// What an answer of the model can be judged by: the scorers of core/judge against the row's own answer ("auto": the one
// that such answers call for), how long it is, and a trained reward model.
inline constexpr std::array<std::string_view, 10> kRewardFuncs = {
    "auto", "exact_match", "contains", "numeric", "choice", "regex", "json", "rouge_l", "length", "model"};

// TRL's names, as far as it has them (trl/trainer/grpo_config.py, trl/rewards/other_rewards.py).
struct RewardConfig {
    std::vector<std::string> rewardFuncs = {"auto"}; // of kRewardFuncs
    std::vector<double> rewardWeights;               // one each; empty: all 1
    std::string rewardPattern;                       // of regex
    std::string rewardModelPath;                     // of model: a reward model's folder, or that of its adapter
    std::int64_t softPunishLength = 0;               // of length: the longest answer; 0: the longest allowed
    std::int64_t softPunishCache = 0; // of length: tokens below it in which the reward falls from 0 to -1
    bool operator==(const RewardConfig&) const = default;
};

// Whether an answer is compared with the row's own.
[[nodiscard]] bool needsReferenceAnswer(const RewardConfig& rewards);
// What the answers to held-out prompts earn at each evaluation, reported as eval_reward.
struct EvaluationRewardConfig {
    RewardConfig by{.rewardFuncs = {}};     // its members lie among these; no reward: no prompt is asked
    std::int64_t numPrompts = 32;           // of the validation rows, drawn by the seed; 0: all
    std::int64_t maxCompletionLength = 128; // tokens of an answer, as far as max_length leaves room
    bool operator==(const EvaluationRewardConfig&) const = default;
};

// Tokens beyond which the reward length punishes an answer; `longest` is what an answer may have.
[[nodiscard]] inline std::int64_t punishedBeyond(const RewardConfig& rewards, std::int64_t longest) {
    return rewards.softPunishLength > 0 ? rewards.softPunishLength : longest;
}
[[nodiscard]] bool hasReward(const RewardConfig& rewards, std::string_view name);

} // namespace fettle
