#pragma once

#include <ATen/ATen.h>

#include <cstdint>

namespace fettle::ops {

// What a dropout mask is a function of, besides the element's index: nothing else, so that a recomputed block, a
// resumed run and another device draw the same mask.
struct DropoutKey {
    std::uint64_t seed = 0;
    std::uint64_t step = 0;
    std::uint32_t microBatch = 0;
};

// x_ND with each element kept with probability 1 - p and scaled by 1 / (1 - p), in x's dtype. `module` tells apart the
// places of a model. p in [0, 1). Not differentiable by itself: the operations apply it again in their backward.
[[nodiscard]] at::Tensor dropout(const at::Tensor& x_ND, double p, const DropoutKey& key, std::uint32_t module);

} // namespace fettle::ops
