#pragma once

#include <array>
#include <variant>

namespace fettle {

struct AdamWConfig {
    std::array<double, 2> betas = {0.9, 0.999};
    double eps = 1e-8;
    bool operator==(const AdamWConfig&) const = default;
};

// States in 8 bits (arXiv:2110.02861).
struct AdamW8bitConfig {
    std::array<double, 2> betas = {0.9, 0.999};
    double eps = 1e-8;
    bool operator==(const AdamW8bitConfig&) const = default;
};

// arXiv:1804.04235 with a given learning rate and without a first moment.
struct AdafactorConfig {
    double clipThreshold = 1; // root mean square that an update may have
    double decayRate = -0.8;  // the average's weight at step t is 1 - t^decay_rate
    bool operator==(const AdafactorConfig&) const = default;
};

// "adamw", "adamw_8bit", "adafactor"; in JSON its members lie beside the optimizer's own.
using OptimizerKind = std::variant<AdamWConfig, AdamW8bitConfig, AdafactorConfig>;

} // namespace fettle
