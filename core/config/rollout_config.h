#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fettle {

// What drawn answers can be judged by: the scorers of core/judge against the row's own answer ("auto": the one that
// such answers call for), how long they are, and a trained reward model.
inline constexpr std::array<std::string_view, 10> kRewardFuncs = {
    "auto", "exact_match", "contains", "numeric", "choice", "regex", "json", "rouge_l", "length", "model"};

// How on-policy methods draw answers from the model and judge them. Names and defaults are TRL's
// (trl/trainer/grpo_config.py), but for max_completion_length: TRL's 512 tokens take a processor too long.
struct RolloutConfig {
    std::int64_t numGenerations = 8;        // answers to each prompt
    std::int64_t maxCompletionLength = 256; // tokens of an answer, as far as max_length leaves room
    double temperature = 1, topP = 1;       // SamplingConfig's meanings
    std::int64_t topK = 0;
    double minP = 0, repetitionPenalty = 1;
    std::vector<std::string> rewardFuncs = {"auto"}; // of kRewardFuncs
    std::vector<double> rewardWeights;               // one each; empty: all 1
    std::string rewardPattern;                       // of regex
    std::string rewardModelPath;                     // of model: a reward model's folder, or that of its adapter
    std::int64_t softPunishLength = 0;               // of length: the longest answer; 0: max_completion_length
    std::int64_t softPunishCache = 0;      // of length: tokens below it in which the reward falls from 0 to -1
    std::int64_t numIterations = 1;        // steps that learn from the same answers
    bool maskTruncatedCompletions = false; // answers without an end teach nothing
    bool operator==(const RolloutConfig&) const = default;
};

// Tokens beyond which the reward length punishes an answer.
[[nodiscard]] inline std::int64_t punishedBeyond(const RolloutConfig& rollouts) {
    return rollouts.softPunishLength > 0 ? rollouts.softPunishLength : rollouts.maxCompletionLength;
}

// Whether an answer is compared with the row's own.
[[nodiscard]] bool needsReferenceAnswer(const RolloutConfig& rollouts);

// Shao et al. 2024 (arXiv:2402.03300) and its relatives, under TRL's names (trl/trainer/grpo_config.py). TRL's learning
// rate is that of full tuning; LoRA takes ten times as much (https://huggingface.co/docs/trl/lora_without_regret).
struct GrpoObjective {
    static constexpr double kLearningRate = 1e-5;
    static constexpr double kFullLearningRate = 1e-6;
    RolloutConfig rollouts;
    double beta = 0; // weight of the distance from the reference; 0: there is none
    double epsilon = 0.2;
    std::optional<double> epsilonHigh;             // nullopt: epsilon
    std::optional<double> delta;                   // highest ratio that is not clipped otherwise; nullopt: none
    std::string lossType = "dapo";                 // grpo | bnpo | dr_grpo | dapo
    std::string scaleRewards = "group";            // group | batch | none
    std::string importanceSamplingLevel = "token"; // token | sequence
    bool useBiasCorrectionKl = true;
    bool operator==(const GrpoObjective&) const = default;
};
// Ahmadian et al. 2024 (arXiv:2402.14740), under TRL's names (trl/trainer/rloo_config.py).
struct RlooObjective {
    static constexpr double kLearningRate = 1e-5;
    static constexpr double kFullLearningRate = 1e-6;
    RolloutConfig rollouts{.numGenerations = 2};
    double beta = 0.05; // what a nat of distance from the reference costs of the reward; 0: there is none
    double epsilon = 0.2;
    std::optional<double> epsilonHigh; // nullopt: epsilon
    bool normalizeAdvantages = false;
    bool operator==(const RlooObjective&) const = default;
};

} // namespace fettle
