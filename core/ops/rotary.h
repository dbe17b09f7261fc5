#pragma once

#include <ATen/ATen.h>

namespace fettle::ops {

// Rotates the pairs (x_i, x_{i + d/2}) of each head by its row's angles ("half split", arXiv:2104.09864).
// x [N, H, hd]; cos and sin [N, d/2] fp32 with d <= hd; dimensions from d on pass through.
[[nodiscard]] at::Tensor rotary(const at::Tensor& x_NHd, const at::Tensor& cos_Nd, const at::Tensor& sin_Nd);

} // namespace fettle::ops
