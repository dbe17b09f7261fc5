#pragma once

#include "core/base/translate.h"
#include "core/config/field_info.h"
#include "core/config/schedule_kinds.h"

namespace fettle {

template <>
inline constexpr std::string_view kKindName<ConstantSchedule> = "constant";
template <>
inline constexpr std::string_view kKindName<ConstantWithWarmupSchedule> = "constant_with_warmup";
template <>
inline constexpr std::string_view kKindName<LinearSchedule> = "linear";
template <>
inline constexpr std::string_view kKindName<CosineSchedule> = "cosine";
template <>
inline constexpr std::string_view kKindName<CosineWithRestartsSchedule> = "cosine_with_restarts";
template <>
inline constexpr std::string_view kKindName<CosineWithMinLrSchedule> = "cosine_with_min_lr";
template <>
inline constexpr std::string_view kKindName<CosineWarmupWithMinLrSchedule> = "cosine_warmup_with_min_lr";
template <>
inline constexpr std::string_view kKindName<PolynomialSchedule> = "polynomial";
template <>
inline constexpr std::string_view kKindName<InverseSqrtSchedule> = "inverse_sqrt";
template <>
inline constexpr std::string_view kKindName<WarmupStableDecaySchedule> = "warmup_stable_decay";

template <class V, class T>
requires Is<T, ConstantSchedule> || Is<T, ConstantWithWarmupSchedule> || Is<T, LinearSchedule> || Is<T, CosineSchedule>
void fields(V&, T&) {}

template <class V>
void fields(V& visit, Is<CosineWithRestartsSchedule> auto& schedule) {
    visit({.key = "num_cycles", .help = FETTLE_TR("How often the learning rate falls from its peak to 0."), .min = 1},
          schedule.numCycles);
}

template <class V, class T>
requires Is<T, CosineWithMinLrSchedule> || Is<T, CosineWarmupWithMinLrSchedule>
void fields(V& visit, T& schedule) {
    visit({.key = "min_lr_rate",
           .help = FETTLE_TR("Share of its peak to which the learning rate falls."),
           .min = 0,
           .max = 1},
          schedule.minLrRate);
    if constexpr (Is<T, CosineWarmupWithMinLrSchedule>)
        visit({.key = "warmup_lr_rate",
               .help = FETTLE_TR("Share of its peak at which the learning rate starts; empty: that of one step."),
               .min = 0,
               .max = 1},
              schedule.warmupLrRate);
}

template <class V>
void fields(V& visit, Is<PolynomialSchedule> auto& schedule) {
    visit({.key = "lr_end", .help = FETTLE_TR("The learning rate at the end of the run."), .min = 0}, schedule.lrEnd);
    visit({.key = "power",
           .help = FETTLE_TR("Exponent of the fall: 1 is a straight line, 2 falls faster at first."),
           .min = 0,
           .excludesMin = true},
          schedule.power);
}

template <class V>
void fields(V& visit, Is<InverseSqrtSchedule> auto& schedule) {
    visit({.key = "timescale",
           .help = FETTLE_TR("Steps in which the learning rate falls to 0.7 of its peak; 0 takes those of the warm-up, "
                             "or 10000 without one."),
           .min = 0},
          schedule.timescale);
}

template <class V>
void fields(V& visit, Is<WarmupStableDecaySchedule> auto& schedule) {
    visit({.key = "num_decay_steps",
           .help = FETTLE_TR("Steps at the end in which the learning rate falls; 0 takes a tenth of the run."),
           .min = 0},
          schedule.numDecaySteps);
    visit({.key = "decay_type", .help = FETTLE_TR("The shape of the fall."), .choices = {"cosine", "linear", "1-sqrt"}},
          schedule.decayType);
    visit(
        {.key = "warmup_type", .help = FETTLE_TR("The shape of the rise."), .choices = {"linear", "cosine", "1-sqrt"}},
        schedule.warmupType);
    visit({.key = "min_lr_ratio",
           .help = FETTLE_TR("Share of its peak at which the learning rate starts and ends."),
           .min = 0,
           .max = 1},
          schedule.minLrRatio);
}

} // namespace fettle
