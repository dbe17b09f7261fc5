#pragma once

#include <ATen/ATen.h>

namespace fettle::ops::cpu {

// a b + bias: a [M, K], b [K, N] of one type on one device, bias [N] of the same type or undefined -> [M, N].
// As at::mm and at::addmm, but a large one in fp32 on an AMD processor runs in oneDNN: MKL takes up to 1.2 times as
// long there.
[[nodiscard]] at::Tensor product(const at::Tensor& a_MK, const at::Tensor& b_KN, const at::Tensor& bias_N = {});

} // namespace fettle::ops::cpu
