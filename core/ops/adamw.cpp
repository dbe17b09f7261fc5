#include "core/ops/adamw.h"

#include "core/ops/kernel_table.h"

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

at::Tensor gradientNorm(const std::vector<at::Tensor>& gradients) {
    if (gradients.empty()) return {};
    const at::NoGradGuard noGrad;
    return at::stack(at::_foreach_norm(gradients, 2)).norm();
}

void clipGradients(const std::vector<at::Tensor>& gradients, const at::Tensor& norm, double most) {
    const at::NoGradGuard noGrad;
    if (!gradients.empty()) kernelsFor(norm).clipGradients(gradients, norm, most);
}

std::vector<double> readScalars(const std::vector<at::Tensor>& scalars) {
    if (scalars.empty()) return {};
    std::vector<at::Tensor> wide;
    for (const at::Tensor& scalar : scalars)
        wide.push_back(scalar.detach().to(at::kDouble));
    const at::Tensor host = at::stack(wide).to(at::kCPU);
    const auto* values = host.const_data_ptr<double>();
    return {values, values + host.numel()};
}

} // namespace fettle::ops
