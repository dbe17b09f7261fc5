#include "core/ops/adamw.h"

namespace fettle::ops {

void adamwStep(const std::vector<at::Tensor>& parameters, const std::vector<at::Tensor>& gradients,
               const std::vector<at::Tensor>& first, const std::vector<at::Tensor>& second, std::int64_t step,
               const AdamWStep& options) {
    const at::NoGradGuard noGrad;
    std::vector<at::Tensor> steps;
    for (const at::Tensor& parameter : parameters)
        steps.push_back(at::full({}, static_cast<double>(step), parameter.options().dtype(at::kFloat)));
    at::_fused_adamw_(parameters, gradients, first, second, {}, steps, options.learningRate, options.beta1,
                      options.beta2, options.weightDecay, options.eps, /*amsgrad=*/false, /*maximize=*/false);
}

double gradientNorm(const std::vector<at::Tensor>& gradients) {
    if (gradients.empty()) return 0;
    const at::NoGradGuard noGrad;
    return at::stack(at::_foreach_norm(gradients, 2)).norm().item<double>();
}

void scaleGradients(const std::vector<at::Tensor>& gradients, double factor) {
    const at::NoGradGuard noGrad;
    if (!gradients.empty() && factor != 1) at::_foreach_mul_(gradients, factor);
}

} // namespace fettle::ops
