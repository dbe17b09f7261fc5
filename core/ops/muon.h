#pragma once

#include <ATen/ATen.h>

namespace fettle::ops {

struct MuonStep {
    double learningRate = 1e-3;
    double momentum = 0.95;
    double weightDecay = 0;
    std::int64_t newtonSchulzSteps = 5;
    bool matchesAdamW = true; // the step's size is 0.2 sqrt(max(rows, columns)) of the rate, else sqrt(max(1, rows /
                              // columns))
};

// One update of a matrix in place with Nesterov momentum, its direction made nearly orthogonal by Newton-Schulz
// iterations in bf16 (Jordan et al. 2024; torch/optim/_muon.py; the size that matches AdamW's: arXiv:2502.16982).
void muonStep(const at::Tensor& parameter, const at::Tensor& gradient, const at::Tensor& momentum,
              const MuonStep& options);

} // namespace fettle::ops
