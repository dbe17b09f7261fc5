#pragma once

#include <ATen/ATen.h>

namespace fettle::ops {

// Rows of weight_VD for tokens_N (int64), cast to the compute type. The gradient is dense [V, D].
[[nodiscard]] at::Tensor embedding(const at::Tensor& tokens_N, const at::Tensor& weight_VD, at::ScalarType compute);

} // namespace fettle::ops
