#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

namespace fettle {

// Learning rates over a run under transformers' names (optimization.py); each rises from 0 in its warm-up first.

struct ConstantSchedule { // without a warm-up
    bool operator==(const ConstantSchedule&) const = default;
};
struct ConstantWithWarmupSchedule {
    bool operator==(const ConstantWithWarmupSchedule&) const = default;
};
struct LinearSchedule {
    bool operator==(const LinearSchedule&) const = default;
};
struct CosineSchedule {
    bool operator==(const CosineSchedule&) const = default;
};
struct CosineWithRestartsSchedule {
    std::int64_t numCycles = 2;
    bool operator==(const CosineWithRestartsSchedule&) const = default;
};
struct CosineWithMinLrSchedule {
    double minLrRate = 0.1; // share of the peak at which the run ends
    bool operator==(const CosineWithMinLrSchedule&) const = default;
};
struct CosineWarmupWithMinLrSchedule {
    double minLrRate = 0.1;
    std::optional<double> warmupLrRate; // share of the peak at which the warm-up begins; nullopt: one step's share
    bool operator==(const CosineWarmupWithMinLrSchedule&) const = default;
};
struct PolynomialSchedule {
    double lrEnd = 1e-7; // a learning rate, not a share
    double power = 1;
    bool operator==(const PolynomialSchedule&) const = default;
};
struct InverseSqrtSchedule {
    std::int64_t timescale = 0; // steps; 0: the warm-up's, or 10000 without one
    bool operator==(const InverseSqrtSchedule&) const = default;
};
struct WarmupStableDecaySchedule {
    std::int64_t numDecaySteps = 0;    // at the run's end; 0: a tenth of the run
    std::string decayType = "cosine";  // linear | cosine | 1-sqrt
    std::string warmupType = "linear"; // the same
    double minLrRatio = 0;             // share of the peak at which warm-up begins and decay ends
    bool operator==(const WarmupStableDecaySchedule&) const = default;
};

// In JSON its members lie beside the schedule's own.
using ScheduleKind = std::variant<CosineSchedule, ConstantSchedule, ConstantWithWarmupSchedule, LinearSchedule,
                                  CosineWithRestartsSchedule, CosineWithMinLrSchedule, CosineWarmupWithMinLrSchedule,
                                  PolynomialSchedule, InverseSqrtSchedule, WarmupStableDecaySchedule>;

} // namespace fettle
