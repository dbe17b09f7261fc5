#pragma once

#include "core/config/run_config.h"

namespace fettle {

// Learning-rate factor of the optimizer step with index s from 0 (transformers/optimization.py):
// warm-up s / max(1, w) for s < w, then constant, linear or half-cosine decay to 0 at `totalSteps`.
[[nodiscard]] double scheduleFactor(const ScheduleConfig& schedule, std::int64_t s, std::int64_t warmupSteps,
                                    std::int64_t totalSteps);

// Warm-up steps of a run: warmup_steps, else ceil(ratio * steps); transformers get_warmup_steps. "constant" has none.
[[nodiscard]] std::int64_t warmupSteps(const ScheduleConfig& schedule, std::int64_t steps);

} // namespace fettle
