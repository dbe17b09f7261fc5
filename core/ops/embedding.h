#pragma once

#include "core/ops/token_rows.h"

#include <ATen/ATen.h>

namespace fettle::ops {

// Rows of weight_VD for tokens_N (int64), cast to the compute type. The gradient is dense [V, D].
[[nodiscard]] at::Tensor embedding(const at::Tensor& tokens_N, const at::Tensor& weight_VD, at::ScalarType compute);

// x_ND with those rows of tokens that have others than the matrix which it was read from.
[[nodiscard]] at::Tensor overlaid(const at::Tensor& x_ND, const at::Tensor& tokens_N, const TokenRows& rows);

} // namespace fettle::ops
