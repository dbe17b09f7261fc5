#pragma once

#include "core/base/translate.h"
#include "core/config/field_info.h"
#include "core/config/rollout_fields.h"
#include "core/config/run_config.h"

namespace fettle {

template <>
inline constexpr std::string_view kKindName<SftObjective> = "sft";
template <>
inline constexpr std::string_view kKindName<PretrainObjective> = "pretrain";
template <>
inline constexpr std::string_view kKindName<DpoObjective> = "dpo";
template <>
inline constexpr std::string_view kKindName<CpoObjective> = "cpo";
template <>
inline constexpr std::string_view kKindName<OrpoObjective> = "orpo";
template <>
inline constexpr std::string_view kKindName<KtoObjective> = "kto";
template <>
inline constexpr std::string_view kKindName<RewardObjective> = "reward";

template <class V>
void fields(V& visit, Is<SftObjective> auto& sft) {
    visit({.key = "loss_type",
           .help = FETTLE_TR("Cross-entropy (nll), or each token's weighted by its own probability (dft), which leaves "
                             "unlikely answers alone."),
           .choices = {"nll", "dft"}},
          sft.lossType);
    visit({.key = "neftune_noise_alpha",
           .help = FETTLE_TR(
               "NEFTune: noise on the embedded tokens while training, 5 to 15; answers get longer and the data "
               "are learned less by heart. Empty: none."),
           .min = 0},
          sft.neftuneNoiseAlpha);
}
template <class V>
void fields(V&, Is<PretrainObjective> auto&) {}

template <class V>
void fields(V& visit, Is<DpoObjective> auto& dpo) {
    visit({.key = "beta",
           .help = FETTLE_TR("How strongly the reference holds the model back: a higher beta changes it less."),
           .level = Level::Simple,
           .min = 0},
          dpo.beta);
    visit({.key = "loss_type",
           .help = FETTLE_TR("The loss of a pair, under TRL's name; sigmoid is DPO's own."),
           .choices = {kDpoLossTypes.begin(), kDpoLossTypes.end()}},
          dpo.lossType);
    visit({.key = "loss_weights",
           .help = FETTLE_TR("Several losses with their weights, added up; empty: loss_type alone."),
           .min = 0},
          dpo.lossWeights);
    visit({.key = "label_smoothing",
           .help = FETTLE_TR("Share of pairs that may be the wrong way round; only robust, exo_pair and aot use it."),
           .min = 0,
           .max = 0.5,
           .excludesMax = true},
          dpo.labelSmoothing);
    visit({.key = "f_divergence_type",
           .help = FETTLE_TR("The divergence from the reference; reverse_kl is DPO's own."),
           .choices = {"reverse_kl", "forward_kl", "js_divergence", "alpha_divergence"}},
          dpo.fDivergenceType);
    visit({.key = "f_alpha_divergence_coef",
           .help = FETTLE_TR("Exponent of the alpha divergence; 1 makes it reverse_kl.")},
          dpo.fAlphaDivergenceCoef);
    visit({.key = "discopop_tau",
           .help = FETTLE_TR("How sharply discopop changes from one of its losses to the other."),
           .min = 0.001},
          dpo.discopopTau);
    visit({.key = "ld_alpha",
           .help =
               FETTLE_TR("Weight of the tokens by which one answer is longer than the other (LD-DPO); below 1, length "
                         "counts less."),
           .min = 0,
           .max = 1},
          dpo.ldAlpha);
}

template <class V>
void fields(V& visit, Is<OrpoObjective> auto& orpo) {
    visit({.key = "beta",
           .help = FETTLE_TR("Weight of the odds ratio beside the likelihood of the chosen answer."),
           .level = Level::Simple,
           .min = 0},
          orpo.beta);
}

template <class V>
void fields(V& visit, Is<CpoObjective> auto& cpo) {
    visit({.key = "beta",
           .help = FETTLE_TR("How strongly the difference between the two answers counts; SimPO takes about 2."),
           .level = Level::Simple,
           .min = 0},
          cpo.beta);
    visit({.key = "loss_type",
           .help = FETTLE_TR("The loss of a pair, under TRL's name; simpo compares mean log-probabilities per token."),
           .level = Level::Simple,
           .choices = {"sigmoid", "hinge", "ipo", "simpo", "alphapo"}},
          cpo.lossType);
    visit({.key = "cpo_alpha",
           .help = FETTLE_TR("Weight of the likelihood of the chosen answer; 0 for SimPO as published."),
           .min = 0},
          cpo.cpoAlpha);
    visit({.key = "simpo_gamma",
           .help = FETTLE_TR("Margin wanted between the two answers; only simpo and alphapo use it."),
           .min = 0},
          cpo.simpoGamma);
    visit({.key = "alpha",
           .help = FETTLE_TR("Exponent by which probabilities become rewards (AlphaPO); 0 takes their logarithms.")},
          cpo.alpha);
    visit({.key = "label_smoothing",
           .help = FETTLE_TR("Share of pairs that may be the wrong way round."),
           .min = 0,
           .max = 0.5,
           .excludesMax = true},
          cpo.labelSmoothing);
}

template <class V>
void fields(V& visit, Is<KtoObjective> auto& kto) {
    visit({.key = "beta",
           .help = FETTLE_TR("How strongly the reference holds the model back: a higher beta changes it less."),
           .level = Level::Simple,
           .min = 0},
          kto.beta);
    visit({.key = "loss_type",
           .help = FETTLE_TR("The loss of an answer, under TRL's name; kto measures it against how far the model has "
                             "moved on other rows' answers, apo_zero_unpaired does not."),
           .choices = {"kto", "apo_zero_unpaired"}},
          kto.lossType);
    visit({.key = "desirable_weight",
           .help = FETTLE_TR("Weight of good answers; raise it where they are the fewer."),
           .level = Level::Simple,
           .min = 0},
          kto.desirableWeight);
    visit({.key = "undesirable_weight",
           .help = FETTLE_TR("Weight of bad answers; raise it where they are the fewer."),
           .level = Level::Simple,
           .min = 0},
          kto.undesirableWeight);
}

template <class V>
void fields(V& visit, Is<RewardObjective> auto& reward) {
    visit({.key = "center_rewards_coefficient",
           .help = FETTLE_TR("Keeps scores around 0: weight of the square of a pair's sum, about 0.01; empty: off."),
           .min = 0},
          reward.centerRewardsCoefficient);
}

template <class V>
void fields(V& visit, Is<ObjectiveConfig> auto& objective) {
    visit.tag({.key = "kind",
               .help = FETTLE_TR(
                   "What is learned: answers to given prompts (sft), plain text (pretrain), which of two answers is "
                   "better (dpo, orpo, cpo), which answers are good ones (kto), to give answers a score (reward), or "
                   "which of the model's own answers earn the most (grpo, rloo, ppo)."),
               .level = Level::Simple},
              objective);
    visit.alternative(objective);
}

} // namespace fettle
