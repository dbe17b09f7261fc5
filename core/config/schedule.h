#pragma once

#include "core/config/run_config.h"

namespace fettle {

// What a schedule needs to know of its run.
struct ScheduleSpan {
    std::int64_t warmupSteps = 0, totalSteps = 0;
    double learningRate = 1; // the peak, which only an end that is no share of it needs
};

// Learning-rate factor of the optimizer step with index s from 0 (transformers/optimization.py): 0 at the first step
// where there is a warm-up, 1 at its end.
[[nodiscard]] double scheduleFactor(const ScheduleConfig& schedule, std::int64_t s, const ScheduleSpan& span);

// Whether the schedule starts without a warm-up, whatever warmup_steps and warmup_ratio say.
[[nodiscard]] bool ignoresWarmup(const ScheduleConfig& schedule);

// Warm-up steps of a run: warmup_steps, else ceil(ratio * steps); transformers get_warmup_steps. "constant" has none.
[[nodiscard]] std::int64_t warmupSteps(const ScheduleConfig& schedule, std::int64_t steps);

} // namespace fettle
