#pragma once

#include <ATen/ATen.h>

#include <vector>

namespace fettle::ops {

struct AdamWStep {
    double learningRate = 1e-3;
    double beta1 = 0.9, beta2 = 0.999;
    double eps = 1e-8;
    double weightDecay = 0;
};

// One update in place, in torch's order: decay, moments, bias-corrected step with eps outside the root
// (arXiv:1711.05101; torch/optim/adamw.py). `step` counts from 1. All lists are parallel; states have the parameters'
// shapes.
void adamwStep(const std::vector<at::Tensor>& parameters, const std::vector<at::Tensor>& gradients,
               const std::vector<at::Tensor>& first, const std::vector<at::Tensor>& second, std::int64_t step,
               const AdamWStep& options);

// L2 norm of the L2 norms, as torch's clip_grad_norm_ (torch/nn/utils/clip_grad.py) has it: a scalar on the gradients'
// device, undefined for none.
[[nodiscard]] at::Tensor gradientNorm(const std::vector<at::Tensor>& gradients);
// Multiplies each with min(1, most / (norm + 1e-6)) in place.
void clipGradients(const std::vector<at::Tensor>& gradients, const at::Tensor& norm, double most);

// Scalars of one device, read with one wait of the host.
[[nodiscard]] std::vector<double> readScalars(const std::vector<at::Tensor>& scalars);

} // namespace fettle::ops
