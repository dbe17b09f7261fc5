#pragma once

#include <ATen/ATen.h>

namespace fettle {

struct Ceilings {
    double productFlops = 0;  // FLOP/s of a large matrix product in the compute type
    double copyBandwidth = 0; // bytes/s read + written by a large copy
};

[[nodiscard]] Ceilings measureCeilings(const at::Device& device, at::ScalarType compute);

} // namespace fettle
