#pragma once

#include "core/base/translate.h"
#include "core/config/field_info.h"
#include "core/config/optimizer_kinds.h"

namespace fettle {

template <>
inline constexpr std::string_view kKindName<AdamWConfig> = "adamw";
template <>
inline constexpr std::string_view kKindName<AdamW8bitConfig> = "adamw_8bit";
template <>
inline constexpr std::string_view kKindName<AdafactorConfig> = "adafactor";
template <>
inline constexpr std::string_view kKindName<LionConfig> = "lion";
template <>
inline constexpr std::string_view kKindName<Lion8bitConfig> = "lion_8bit";
template <>
inline constexpr std::string_view kKindName<SgdConfig> = "sgd";
template <>
inline constexpr std::string_view kKindName<MuonConfig> = "muon";

template <class V, class T>
requires Is<T, AdamWConfig> || Is<T, AdamW8bitConfig>
void fields(V& visit, T& adamw) {
    visit({.key = "betas",
           .help = FETTLE_TR("Decay of the averages of the gradient and of its square."),
           .min = 0,
           .max = 1,
           .excludesMax = true},
          adamw.betas);
    visit({.key = "eps", .help = FETTLE_TR("Added to the divisor of an update, for numerical stability."), .min = 0},
          adamw.eps);
}

template <class V>
void fields(V& visit, Is<AdafactorConfig> auto& adafactor) {
    visit({.key = "clip_threshold",
           .help = FETTLE_TR("Root mean square that the update of one tensor may have before the learning rate."),
           .min = 0},
          adafactor.clipThreshold);
    visit({.key = "decay_rate",
           .help = FETTLE_TR("Exponent by which the average of squared gradients grows longer from step to step."),
           .min = -1,
           .max = 0},
          adafactor.decayRate);
}

template <class V, class T>
requires Is<T, LionConfig> || Is<T, Lion8bitConfig>
void fields(V& visit, T& lion) {
    visit({.key = "betas",
           .help = FETTLE_TR("Weight of the average in the direction of a step, and its decay afterwards."),
           .min = 0,
           .max = 1,
           .excludesMax = true},
          lion.betas);
}

template <class V>
void fields(V& visit, Is<SgdConfig> auto& sgd) {
    visit({.key = "momentum",
           .help = FETTLE_TR("Share of the last step's direction that the next one keeps; 0 keeps nothing."),
           .min = 0,
           .max = 1,
           .excludesMax = true},
          sgd.momentum);
}

template <class V>
void fields(V& visit, Is<MuonConfig> auto& muon) {
    visit({.key = "momentum",
           .help = FETTLE_TR("Share of the last step's direction that the next one keeps."),
           .min = 0,
           .max = 1,
           .excludesMax = true},
          muon.momentum);
    visit({.key = "ns_steps",
           .help = FETTLE_TR("Newton-Schulz iterations that make a step orthogonal."),
           .min = 1,
           .max = 99},
          muon.nsSteps);
    visit({.key = "adjust_lr_fn",
           .help =
               FETTLE_TR("How large a matrix steps: as AdamW would at the same learning rate, or by Muon's own rule."),
           .choices = {"match_rms_adamw", "original"}},
          muon.adjustLrFn);
}

} // namespace fettle
