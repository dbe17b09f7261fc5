#pragma once

#include "core/source/architecture.h"

#include <ATen/ATen.h>

namespace fettle {

// How fast each rotated pair turns, and the factor on cos and sin. fp32 in the steps of transformers
// (modeling_rope_utils.py), whose rounding shows at large positions.
struct RopeFrequencies {
    at::Tensor inverse_d; // [dims/2], radians per position
    double attentionFactor = 1;
};
// `longest` is the largest number of positions in use: the kinds "dynamic" and "longrope" look at it.
[[nodiscard]] RopeFrequencies ropeFrequencies(const Rope& rope, std::int64_t longest);

// cos and sin [N, dims/2] in fp32, on the device of the positions.
struct RopeAngles {
    at::Tensor cos_Nd, sin_Nd;
};
[[nodiscard]] RopeAngles ropeAngles(const Rope& rope, const at::Tensor& positions_N, std::int64_t longest);

} // namespace fettle
