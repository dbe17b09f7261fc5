#pragma once

#include "core/ops/attention.h"
#include "core/ops/linears.h"

// Decoding: a handful of rows against whole weights, where reading the weights is all the work. No gradients.
namespace fettle::ops::cpu {

// Whether the matrix-vector loops serve this call: at most a few rows, nothing to differentiate, no dropout.
[[nodiscard]] bool servesFewRows(const at::Tensor& x_ND, const std::vector<LinearTerm>& terms,
                                 const LinearContext& context);
// As ops::linears. Everything up to the result's own rounding runs in fp32.
[[nodiscard]] std::vector<at::Tensor> fewRows(const at::Tensor& x_ND, const std::vector<LinearTerm>& terms,
                                              const LinearContext& context);

[[nodiscard]] bool servesFewQueries(const at::Tensor& q_NHd, const at::Tensor& k_MGd);
// As ops::attention; options.scale is set.
[[nodiscard]] at::Tensor fewQueries(const at::Tensor& q_NHd, const at::Tensor& k_MGd, const at::Tensor& v_MGd,
                                    const std::vector<Segment>& segments, const AttentionOptions& options);

} // namespace fettle::ops::cpu
