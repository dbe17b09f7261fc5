#pragma once

#include "core/base/json.h"

#include <cstdint>

namespace fettle {

// The factor by which a loss is scaled before its backward pass, so that small gradients do not vanish in 16 bits whose
// exponents are few: torch.amp.GradScaler (torch/amp/grad_scaler.py) with its usual numbers. A step whose gradients
// overflowed is left out and halves it; 2000 good steps in a row double it.
struct LossScale {
    double scale = 65536;
    std::int64_t goodSteps = 0; // in a row
    std::int64_t skipped = 0;   // steps in all that were left out; schedule and optimizer do not count them

    // Told after each step. False: smaller scales will not help.
    [[nodiscard]] bool note(bool isFinite);
    bool operator==(const LossScale&) const = default;
};

[[nodiscard]] Json toJson(const LossScale& scale);
[[nodiscard]] LossScale parseLossScale(const Json& json); // nlohmann::json::exception where it is no such object

} // namespace fettle
