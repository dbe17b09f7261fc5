#include "core/config/schedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace fettle {

double scheduleFactor(const ScheduleConfig& schedule, std::int64_t s, std::int64_t warmupSteps,
                      std::int64_t totalSteps) {
    if (schedule.kind == "constant") return 1;
    if (s < warmupSteps) return static_cast<double>(s) / static_cast<double>(std::max<std::int64_t>(1, warmupSteps));
    if (schedule.kind == "constant_with_warmup") return 1;
    const auto decaySteps = static_cast<double>(std::max<std::int64_t>(1, totalSteps - warmupSteps));
    if (schedule.kind == "linear") return std::max(0.0, static_cast<double>(totalSteps - s) / decaySteps);
    const double progress = static_cast<double>(s - warmupSteps) / decaySteps;
    return std::max(0.0, 0.5 * (1 + std::cos(std::numbers::pi * progress)));
}

std::int64_t warmupSteps(const ScheduleConfig& schedule, std::int64_t steps) {
    if (schedule.kind == "constant") return 0;
    if (schedule.warmupSteps > 0) return schedule.warmupSteps;
    return static_cast<std::int64_t>(std::ceil(schedule.warmupRatio * static_cast<double>(steps)));
}

} // namespace fettle
