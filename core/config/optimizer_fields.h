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

} // namespace fettle
