#pragma once

#include <ATen/ATen.h>

namespace fettle::ops {

constexpr std::int64_t kQuantBlock = 256; // elements that share one scale

// A tensor in 8 bits: codes of a map of 256 values in [-1, 1] times the largest magnitude of each block of 256 elements
// (Dettmers et al., 8-bit Optimizers via Block-wise Quantization, arXiv:2110.02861; bitsandbytes functional.py,
// create_dynamic_map).
struct BlockwiseState {
    at::Tensor codes;  // uint8 [elements]
    at::Tensor absmax; // fp32 [blocks]
};

// Zeros. An unsigned state holds nothing negative.
[[nodiscard]] BlockwiseState blockwiseZeros(std::int64_t elements, bool isSigned, const at::Device& device);

// The 256 values in rising order, fp32: powers of ten from 1e-6 up, each with finer fractions than the one below, 0 and
// 1.
[[nodiscard]] at::Tensor dynamicMap(bool isSigned, const at::Device& device);

struct AdamWStep;
// AdamW over a dense fp32 parameter and states in 8 bits. The update uses the moments before they are rounded, and
// decay comes after it (bitsandbytes csrc/kernels.cu, kOptimizerStatic8bit2StateBlockwise). `step` counts from 1.
void adamw8bitStep(const at::Tensor& parameter, const at::Tensor& gradient, const BlockwiseState& first,
                   const BlockwiseState& second, std::int64_t step, const AdamWStep& options);

} // namespace fettle::ops
