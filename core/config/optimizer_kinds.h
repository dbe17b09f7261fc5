#pragma once

#include <array>
#include <cstdint>
#include <string>
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

// arXiv:2302.06675.
struct LionConfig {
    std::array<double, 2> betas = {0.9, 0.99};
    bool operator==(const LionConfig&) const = default;
};

// With its momentum in 8 bits.
struct Lion8bitConfig {
    std::array<double, 2> betas = {0.9, 0.99};
    bool operator==(const Lion8bitConfig&) const = default;
};

struct SgdConfig {
    double momentum = 0;
    bool operator==(const SgdConfig&) const = default;
};

// Matrices step along the nearest orthogonal one to their momentum; the rest takes AdamW.
struct MuonConfig {
    double momentum = 0.95;
    std::int64_t nsSteps = 5;                   // Newton-Schulz iterations
    std::string adjustLrFn = "match_rms_adamw"; // torch's names: original | match_rms_adamw
    bool operator==(const MuonConfig&) const = default;
};

// "adamw", "adamw_8bit", "adafactor", "lion", "lion_8bit", "sgd", "muon"; in JSON its members lie beside the
// optimizer's own.
using OptimizerKind =
    std::variant<AdamWConfig, AdamW8bitConfig, AdafactorConfig, LionConfig, Lion8bitConfig, SgdConfig, MuonConfig>;

} // namespace fettle
