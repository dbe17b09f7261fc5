#pragma once

#include "core/config/reward_fields.h"
#include "core/config/rollout_config.h"

namespace fettle {

template <>
inline constexpr std::string_view kKindName<GrpoObjective> = "grpo";
template <>
inline constexpr std::string_view kKindName<RlooObjective> = "rloo";
template <>
inline constexpr std::string_view kKindName<PpoObjective> = "ppo";

// How answers are drawn and judged.
template <class V>
void drawFields(V& visit, Is<RolloutConfig> auto& rollouts) {
    visit({.key = "max_completion_length",
           .help = FETTLE_TR("Tokens of an answer at most; it ends sooner where prompt and answer reach max_length."),
           .level = Level::Simple,
           .min = 1},
          rollouts.maxCompletionLength);
    rewardFields(visit, rollouts.rewards, Level::Simple);
    visit({.key = "temperature",
           .help = FETTLE_TR("How freely answers are drawn; below 1 they get more alike, and less is learned."),
           .min = 0,
           .excludesMin = true},
          rollouts.temperature);
    visit({.key = "top_p",
           .help = FETTLE_TR("Only the likeliest tokens that make up this share are drawn; 1 draws from all."),
           .min = 0,
           .max = 1,
           .excludesMin = true},
          rollouts.topP);
    visit({.key = "top_k", .help = FETTLE_TR("Only so many of the likeliest tokens are drawn; 0: all."), .min = 0},
          rollouts.topK);
    visit({.key = "min_p",
           .help = FETTLE_TR("Only tokens with at least this part of the likeliest one's probability are drawn."),
           .min = 0,
           .max = 1},
          rollouts.minP);
    visit({.key = "repetition_penalty",
           .help = FETTLE_TR("Above 1, tokens that were there before get less likely."),
           .min = 0,
           .excludesMin = true},
          rollouts.repetitionPenalty);
}

// Several to a prompt, which are compared.
template <class V>
void rolloutFields(V& visit, Is<RolloutConfig> auto& rollouts) {
    visit({.key = "num_generations",
           .help = FETTLE_TR("Answers to each prompt, which are compared with one another; a batch holds so many for "
                             "each of its rows."),
           .level = Level::Simple,
           .min = 2},
          rollouts.numGenerations);
    drawFields(visit, rollouts);
    visit({.key = "num_iterations",
           .help = FETTLE_TR("Steps that learn from the same answers before new ones are drawn."),
           .min = 1},
          rollouts.numIterations);
    visit({.key = "mask_truncated_completions",
           .help = FETTLE_TR("Learns nothing from answers that were cut at their longest.")},
          rollouts.maskTruncatedCompletions);
}

template <class V>
void clipFields(V& visit, auto& objective) {
    visit({.key = "epsilon",
           .help = FETTLE_TR("How far the probability of an answer may move before it counts no further."),
           .min = 0},
          objective.epsilon);
    visit({.key = "epsilon_high", .help = FETTLE_TR("The same upwards; empty: as epsilon."), .min = 0},
          objective.epsilonHigh);
}

template <class V>
void fields(V& visit, Is<GrpoObjective> auto& grpo) {
    rolloutFields(visit, grpo.rollouts);
    visit({.key = "beta",
           .help = FETTLE_TR("How strongly the reference holds the model back; 0 needs no reference."),
           .level = Level::Simple,
           .min = 0},
          grpo.beta);
    visit({.key = "loss_type",
           .help = FETTLE_TR("How tokens are averaged: over each answer (grpo), the batch (bnpo), the longest answer "
                             "allowed (dr_grpo), or all tokens of the step (dapo)."),
           .choices = {"grpo", "bnpo", "dr_grpo", "dapo"}},
          grpo.lossType);
    visit({.key = "scale_rewards",
           .help = FETTLE_TR("Whose spread the rewards are divided by: a prompt's answers, all of the step, or none."),
           .choices = {"group", "batch", "none"}},
          grpo.scaleRewards);
    clipFields(visit, grpo);
    visit({.key = "delta", .help = FETTLE_TR("Highest ratio of probabilities that counts; empty: any."), .min = 0},
          grpo.delta);
    visit({.key = "importance_sampling_level",
           .help = FETTLE_TR("Whether each token or each whole answer (GSPO) has a ratio of its own."),
           .choices = {"token", "sequence"}},
          grpo.importanceSamplingLevel);
    visit({.key = "use_bias_correction_kl",
           .help = FETTLE_TR("Weighs the distance from the reference by the ratio of probabilities.")},
          grpo.useBiasCorrectionKl);
}

template <class V>
void fields(V& visit, Is<RlooObjective> auto& rloo) {
    rolloutFields(visit, rloo.rollouts);
    visit({.key = "beta",
           .help = FETTLE_TR("What a nat of distance from the reference costs of the reward; 0 needs no reference."),
           .level = Level::Simple,
           .min = 0},
          rloo.beta);
    clipFields(visit, rloo);
    visit({.key = "normalize_advantages",
           .help = FETTLE_TR("Divides what answers are worth by their spread over the step.")},
          rloo.normalizeAdvantages);
}

template <class V>
void fields(V& visit, Is<PpoObjective> auto& ppo) {
    drawFields(visit, ppo.rollouts);
    visit({.key = "num_ppo_epochs",
           .help = FETTLE_TR("Steps that learn from the same answers before new ones are drawn."),
           .min = 1},
          ppo.rollouts.numIterations);
    visit({.key = "kl_coef",
           .help = FETTLE_TR("What a nat of distance from the reference costs of the reward."),
           .level = Level::Simple,
           .min = 0},
          ppo.klCoef);
    visit({.key = "kl_estimator",
           .help = FETTLE_TR("How the distance is estimated: k1 right on average, k3 with less spread."),
           .choices = {"k1", "k3"}},
          ppo.klEstimator);
    visit({.key = "cliprange",
           .help = FETTLE_TR("How far the probability of a token may move before it counts no further."),
           .min = 0},
          ppo.cliprange);
    visit({.key = "vf_coef",
           .help = FETTLE_TR("Weight of the loss of the value model, which learns what each token is worth."),
           .min = 0},
          ppo.vfCoef);
    visit({.key = "cliprange_value",
           .help = FETTLE_TR("How far a value may move before it counts no further."),
           .min = 0},
          ppo.cliprangeValue);
    visit({.key = "gamma", .help = FETTLE_TR("What a reward one token later is worth now."), .min = 0, .max = 1},
          ppo.gamma);
    visit({.key = "lam",
           .help = FETTLE_TR("Between trusting the values (0) and the rewards that came (1)."),
           .min = 0,
           .max = 1},
          ppo.lam);
    visit({.key = "whiten_rewards", .help = FETTLE_TR("Divides the rewards by their spread over the step.")},
          ppo.whitenRewards);
    visit({.key = "missing_eos_penalty",
           .help = FETTLE_TR("Taken off the reward of an answer that was cut at its longest; empty: nothing."),
           .min = 0},
          ppo.missingEosPenalty);
}

} // namespace fettle
