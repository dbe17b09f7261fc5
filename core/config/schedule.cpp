#include "core/config/schedule.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace fettle {

namespace {

// A step of a run, as its schedule sees it.
struct Moment {
    const ScheduleSpan& span;
    std::int64_t step;

    [[nodiscard]] bool isWarmup() const { return step < span.warmupSteps; }
    [[nodiscard]] double warmup() const { // 0 to 1
        return static_cast<double>(step) / static_cast<double>(std::max<std::int64_t>(1, span.warmupSteps));
    }
    [[nodiscard]] double afterWarmup() const { return static_cast<double>(step - span.warmupSteps); }
    [[nodiscard]] double stepsAfterWarmup() const {
        return static_cast<double>(std::max<std::int64_t>(1, span.totalSteps - span.warmupSteps));
    }
    [[nodiscard]] double progress() const { return afterWarmup() / stepsAfterWarmup(); } // 0 to 1
};

// 1 to 0 for 0 to 1.
double halfCosine(double progress) {
    return 0.5 * (1 + std::cos(std::numbers::pi * progress));
}

double above(double least, double factor) {
    return std::max(0.0, factor * (1 - least) + least);
}

// Each gives the factor after the warm-up.
double factorOf(const ConstantSchedule&, const Moment&) {
    return 1;
}
double factorOf(const ConstantWithWarmupSchedule&, const Moment&) {
    return 1;
}
double factorOf(const LinearSchedule&, const Moment& at) {
    return std::max(0.0, static_cast<double>(at.span.totalSteps - at.step) / at.stepsAfterWarmup());
}
double factorOf(const CosineSchedule&, const Moment& at) {
    return std::max(0.0, halfCosine(at.progress()));
}
double factorOf(const CosineWithRestartsSchedule& restarts, const Moment& at) {
    if (at.progress() >= 1) return 0;
    return halfCosine(std::fmod(static_cast<double>(restarts.numCycles) * at.progress(), 1.0));
}
double factorOf(const CosineWithMinLrSchedule& cosine, const Moment& at) {
    return above(cosine.minLrRate, halfCosine(at.progress()));
}
double factorOf(const CosineWarmupWithMinLrSchedule& cosine, const Moment& at) { // counts its steps from 1
    return above(cosine.minLrRate, halfCosine((at.afterWarmup() + 1) / at.stepsAfterWarmup()));
}
double factorOf(const PolynomialSchedule& polynomial, const Moment& at) {
    const double end = polynomial.lrEnd / at.span.learningRate;
    if (at.step > at.span.totalSteps) return end;
    return (1 - end) * std::pow(1 - at.progress(), polynomial.power) + end;
}
double factorOf(const InverseSqrtSchedule& inverse, const Moment& at) {
    const std::int64_t byWarmup = at.span.warmupSteps > 0 ? at.span.warmupSteps : 10000;
    const auto timescale = static_cast<double>(inverse.timescale > 0 ? inverse.timescale : byWarmup);
    return 1 / std::sqrt((at.afterWarmup() + timescale) / timescale);
}

// 1 to 0 for 0 to 1.
double fall(const std::string& type, double progress) {
    if (type == "linear") return 1 - progress;
    return type == "cosine" ? halfCosine(progress) : 1 - std::sqrt(progress);
}

double factorOf(const WarmupStableDecaySchedule& stable, const Moment& at) {
    const std::int64_t all = at.span.totalSteps;
    const std::int64_t decay = stable.numDecaySteps > 0 ? stable.numDecaySteps : (all + 9) / 10;
    const std::int64_t begin = std::max(at.span.warmupSteps, all - decay);
    if (at.step < begin) return 1;
    if (at.step >= all) return stable.minLrRatio;
    const auto steps = static_cast<double>(std::max<std::int64_t>(1, decay));
    return above(stable.minLrRatio, fall(stable.decayType, static_cast<double>(at.step - begin) / steps));
}

// The factor within the warm-up.
double warmupOf(const auto&, const Moment& at) {
    return at.warmup();
}
double warmupOf(const CosineWarmupWithMinLrSchedule& cosine, const Moment& at) {
    const auto steps = static_cast<double>(at.span.warmupSteps), step = static_cast<double>(at.step);
    if (!cosine.warmupLrRate) return (step + 1) / steps;
    return *cosine.warmupLrRate + (1 - *cosine.warmupLrRate) * step / std::max(1.0, steps - 1);
}
double warmupOf(const WarmupStableDecaySchedule& stable, const Moment& at) {
    const double progress = at.warmup();
    if (stable.warmupType == "1-sqrt") return above(stable.minLrRatio, 1 - std::sqrt(1 - progress));
    return above(stable.minLrRatio, 1 - fall(stable.warmupType, progress));
}

} // namespace

bool ignoresWarmup(const ScheduleConfig& schedule) {
    return std::holds_alternative<ConstantSchedule>(schedule.kind);
}

double scheduleFactor(const ScheduleConfig& schedule, std::int64_t s, const ScheduleSpan& span) {
    const Moment at{.span = span, .step = s};
    if (at.isWarmup() && !ignoresWarmup(schedule))
        return std::visit([&](const auto& kind) { return warmupOf(kind, at); }, schedule.kind);
    return std::visit([&](const auto& kind) { return factorOf(kind, at); }, schedule.kind);
}

std::int64_t warmupSteps(const ScheduleConfig& schedule, std::int64_t steps) {
    if (ignoresWarmup(schedule)) return 0;
    if (schedule.warmupSteps > 0) return schedule.warmupSteps;
    return static_cast<std::int64_t>(std::ceil(schedule.warmupRatio * static_cast<double>(steps)));
}

} // namespace fettle
