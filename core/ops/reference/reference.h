#pragma once

#include "core/ops/activation.h"
#include "core/ops/attention.h"
#include "core/ops/linears.h"
#include "core/ops/sampling.h"

#include <ATen/ATen.h>

#include <vector>

// What each operation means, in float64 by plain tensor arithmetic with ordinary autograd. Slow and obvious: the tests
// and `fettle selftest` hold the implementations against these.
namespace fettle::ops::reference {

[[nodiscard]] at::Tensor rmsNorm(const at::Tensor& x_ND, const at::Tensor& weight_D, double eps, double offset);
// bias_D may be undefined.
[[nodiscard]] at::Tensor layerNorm(const at::Tensor& x_ND, const at::Tensor& weight_D, const at::Tensor& bias_D,
                                   double eps);

[[nodiscard]] at::Tensor rotary(const at::Tensor& x_NHd, const at::Tensor& cos_Nd, const at::Tensor& sin_Nd);

[[nodiscard]] at::Tensor act(const at::Tensor& x, Activation activation);

// One low-rank branch: x W^T + b + scale * strength * (mask * x / (1 - p)) A^T B^T; mask undefined: no dropout.
struct LinearInputs {
    at::Tensor x_ND, weight, bias, A, B, strength_N, keep_ND;
    double scale = 1, dropout = 0;
};
[[nodiscard]] at::Tensor linear(const LinearInputs& in);

// Every pair of query and key by itself: visible or not from the definition of Segment.
[[nodiscard]] at::Tensor attention(const at::Tensor& q_NHd, const at::Tensor& k_MGd, const at::Tensor& v_MGd,
                                   const std::vector<Segment>& segments, const AttentionOptions& options);

// All logits at once.
[[nodiscard]] at::Tensor tokenLogProb(const at::Tensor& hidden_ND, const at::Tensor& head_VD, const at::Tensor& rows_T,
                                      const at::Tensor& tokens_T, double softCap = 0);

// No two logits of a row may be equal.
[[nodiscard]] std::vector<Sampled> sampleTokens(const at::Tensor& logits_SV, const std::vector<SamplingRow>& rows);

} // namespace fettle::ops::reference
