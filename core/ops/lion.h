#pragma once

#include "core/ops/blockwise.h"

namespace fettle::ops {

struct LionStep {
    double learningRate = 1e-4;
    double beta1 = 0.9, beta2 = 0.99;
    double weightDecay = 0;
};

// One update in place (Chen et al., Symbolic Discovery of Optimization Algorithms, arXiv:2302.06675, algorithm 2):
// decay, a step of the learning rate against the sign of beta1 m + (1 - beta1) g, then m <- beta2 m + (1 - beta2) g.
void lionStep(const at::Tensor& parameter, const at::Tensor& gradient, const at::Tensor& momentum,
              const LionStep& options);
// With the momentum in 8 bits (bitsandbytes csrc/kernels.cu, kOptimizerStatic8bit1StateBlockwise).
void lion8bitStep(const at::Tensor& parameter, const at::Tensor& gradient, const BlockwiseState& momentum,
                  const LionStep& options);

} // namespace fettle::ops
