#pragma once

#include "core/config/reward_config.h"

#include <optional>

namespace fettle {

// How on-policy methods draw answers from the model and judge them. Names and defaults are TRL's
// (trl/trainer/grpo_config.py), but for max_completion_length: TRL's 512 tokens take a processor too long.
struct RolloutConfig {
    std::int64_t numGenerations = 8;        // answers to each prompt
    std::int64_t maxCompletionLength = 256; // tokens of an answer, as far as max_length leaves room
    double temperature = 1, topP = 1;       // SamplingConfig's meanings
    std::int64_t topK = 0;
    double minP = 0, repetitionPenalty = 1;
    RewardConfig rewards;                  // its members lie among these
    std::int64_t numIterations = 1;        // steps that learn from the same answers
    bool maskTruncatedCompletions = false; // answers without an end teach nothing
    bool operator==(const RolloutConfig&) const = default;
};

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
// Schulman et al. 2017 (arXiv:1707.06347) with a model of what each token is worth, under TRL's names and defaults
// (trl/experimental/ppo/ppo_config.py), but for the answers' own: TRL's response_length is max_completion_length, its
// num_ppo_epochs steps on the same answers. LoRA takes ten times TRL's learning rate, as above.
struct PpoObjective {
    static constexpr double kLearningRate = 3e-5;
    static constexpr double kFullLearningRate = 3e-6;
    RolloutConfig rollouts{.numGenerations = 1, .maxCompletionLength = 53, .temperature = 0.7, .numIterations = 4};
    double klCoef = 0.05;           // what a nat of distance from the reference costs of the reward
    std::string klEstimator = "k1"; // k1 | k3
    double cliprange = 0.2;
    double vfCoef = 0.1; // weight of the value model's loss
    double cliprangeValue = 0.2;
    double gamma = 1, lam = 0.95;
    bool whitenRewards = false;
    std::optional<double> missingEosPenalty; // off the reward of an answer without an end; nullopt: none
    bool operator==(const PpoObjective&) const = default;
};

} // namespace fettle
