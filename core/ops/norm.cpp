#include "core/ops/norm.h"

#include "core/ops/kernel_table.h"

#include <torch/csrc/autograd/custom_function.h>

namespace fettle::ops {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

// Results: the normed rows and, where there is a delta, the sum.
struct AddRmsNorm : torch::autograd::Function<AddRmsNorm> {
    static variable_list forward(AutogradContext* ctx, const at::Tensor& x_ND, const std::optional<at::Tensor>& delta,
                                 const at::Tensor& weight_D, double eps, double offset) {
        const at::Tensor delta_ND = delta.value_or(at::Tensor());
        const auto rows = kernelsFor(x_ND).addRmsNorm(x_ND, delta_ND, weight_D, eps, offset);
        ctx->saved_data["offset"] = offset;
        ctx->save_for_backward({rows.sum_ND, weight_D, rows.rstd_N});
        ctx->saved_data["hasDelta"] = delta_ND.defined();
        ctx->set_materialize_grads(false);
        return delta_ND.defined() ? variable_list{rows.normed_ND, rows.sum_ND} : variable_list{rows.normed_ND};
    }

    static variable_list backward(AutogradContext* ctx, variable_list gradients) {
        const variable_list saved = ctx->get_saved_variables();
        const bool hasDelta = ctx->saved_data["hasDelta"].toBool();
        const at::Tensor dsum = hasDelta ? gradients[1] : at::Tensor();
        const at::Tensor dnormed = gradients[0].defined() ? gradients[0] : at::zeros_like(saved[0]);
        const bool wantsWeight = saved[1].requires_grad();
        const auto result = kernelsFor(dnormed).rmsNormBackward(dnormed, dsum, saved[0], saved[1], saved[2],
                                                                ctx->saved_data["offset"].toDouble(), wantsWeight);
        const at::Tensor dweight = wantsWeight ? result.dweight_D.to(saved[1].scalar_type()) : at::Tensor();
        return {result.dx_ND, hasDelta ? result.dx_ND : at::Tensor(), dweight, {}, {}};
    }
};

} // namespace

Normed addRmsNorm(const at::Tensor& x_ND, const at::Tensor& delta_ND, const at::Tensor& weight_D, double eps,
                  double offset) {
    if (!at::GradMode::is_enabled()) {
        const auto rows = kernelsFor(x_ND).addRmsNorm(x_ND, delta_ND, weight_D, eps, offset);
        return {rows.sum_ND, rows.normed_ND};
    }
    const variable_list results =
        AddRmsNorm::apply(x_ND, delta_ND.defined() ? std::optional(delta_ND) : std::nullopt, weight_D, eps, offset);
    return {delta_ND.defined() ? results[1] : x_ND, results[0]};
}

} // namespace fettle::ops
