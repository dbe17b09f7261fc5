#pragma once

#include "core/ops/dropout.h"
#include "core/ops/linear_weight.h"

#include <ATen/ATen.h>

#include <vector>

namespace fettle::ops {

// A low-rank update beside a weight: y += scale * strength_N * (dropout(x) A^T) B^T. (LoRA, arXiv:2106.09685.)
struct LowRankBranch {
    at::Tensor A;        // [r, in], fp32 master
    at::Tensor B;        // [out, r], fp32 master
    double scale = 1;    // alpha / r
    double dropout = 0;  // only in training
    at::Tensor strength; // [N] fp32 per row; undefined: 1 everywhere
};

struct LinearTerm {
    LinearWeight weight;
    std::vector<LowRankBranch> branches;
    std::uint32_t module = 0; // index of the Linear in its model: part of the dropout key
};

struct LinearContext {
    at::ScalarType compute = at::kFloat; // products run in this type
    bool training = false;               // dropout on
    DropoutKey dropout;
};

// All projections that share the input: one result [N, out_i] per term, in the compute type.
// x_ND may have a row stride larger than D. Gradients flow to x, to A and B (fp32), to trained weights and biases.
[[nodiscard]] std::vector<at::Tensor> linears(const at::Tensor& x_ND, const std::vector<LinearTerm>& terms,
                                              const LinearContext& context);

} // namespace fettle::ops
