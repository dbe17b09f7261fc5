#pragma once

#include <ATen/ATen.h>

namespace fettle::ops {

struct Normed {
    at::Tensor sum;    // [N, D] x + delta, the residual stream
    at::Tensor normed; // [N, D] sum / sqrt(mean(sum^2) + eps) * weight
};

// The mean runs in fp32; the result is cast back before the weight is applied (Llama's order, formats.md 2.2).
// delta_ND may be undefined: sum is x. weight [D]; a leaf that requires grad is trained.
[[nodiscard]] Normed addRmsNorm(const at::Tensor& x_ND, const at::Tensor& delta_ND, const at::Tensor& weight_D,
                                double eps);

} // namespace fettle::ops
