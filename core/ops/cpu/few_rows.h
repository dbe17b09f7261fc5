#pragma once

#include "core/ops/attention.h"
#include "core/ops/linears.h"

// Decoding: a handful of rows against whole weights, where reading the weights is all the work. No gradients.
namespace fettle::ops::cpu {

// As ops::linears: at most a few rows, nothing to differentiate, no dropout; else empty. Everything up to the result's
// own rounding runs in fp32.
[[nodiscard]] std::vector<at::Tensor> fewRows(const at::Tensor& x_ND, const std::vector<LinearTerm>& terms,
                                              const LinearContext& context);
// As ops::attention, options.scale is set: a handful of queries, nothing to differentiate; else undefined.
[[nodiscard]] at::Tensor fewQueries(const at::Tensor& q_NHd, const at::Tensor& k_MGd, const at::Tensor& v_MGd,
                                    const std::vector<Segment>& segments, const AttentionOptions& options);

} // namespace fettle::ops::cpu
