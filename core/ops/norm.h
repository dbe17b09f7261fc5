#pragma once

#include <ATen/ATen.h>

namespace fettle::ops {

struct Normed {
    at::Tensor sum;    // [N, D] x + delta, the residual stream
    at::Tensor normed; // [N, D]
};

// normed = sum / sqrt(mean(sum^2) + eps) * (offset + weight). The mean runs in fp32. With offset 0 the result is cast
// back before the weight is applied (transformers' LlamaRMSNorm); with another, the product runs in fp32 and is cast
// then (Gemma3RMSNorm, whose offset is 1). delta_ND may be undefined: sum is x. weight [D]; a leaf that requires grad
// is trained.
[[nodiscard]] Normed addRmsNorm(const at::Tensor& x_ND, const at::Tensor& delta_ND, const at::Tensor& weight_D,
                                double eps, double offset = 0);

// normed = (sum - mean) / sqrt(variance + eps) * weight + bias, all in fp32 and cast at the end, as torch's layer_norm
// (arXiv:1607.06450; variance without Bessel's correction). bias_D may be undefined.
[[nodiscard]] Normed addLayerNorm(const at::Tensor& x_ND, const at::Tensor& delta_ND, const at::Tensor& weight_D,
                                  const at::Tensor& bias_D, double eps);

} // namespace fettle::ops
