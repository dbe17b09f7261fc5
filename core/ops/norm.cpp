#include "core/ops/norm.h"

#include "core/ops/cpu/rows.h"

#include <torch/csrc/autograd/custom_function.h>

namespace fettle::ops {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

cpu::NormedRows normForward(const at::Tensor& x_ND, const at::Tensor& delta_ND, const at::Tensor& weight_D, double eps,
                            double offset) {
    if (cpu::hasRowLoops(x_ND)) return cpu::addRmsNorm(x_ND, delta_ND, weight_D, eps, offset);
    const at::Tensor sum = delta_ND.defined() ? x_ND + delta_ND : x_ND;
    const at::Tensor wide = sum.to(at::kFloat);
    const at::Tensor rstd_N1 = wide.square().mean(-1, true).add_(eps).rsqrt_();
    const at::Tensor xhat = wide * rstd_N1;
    const at::Tensor normed = offset == 0 ? xhat.to(sum.scalar_type()).mul_(weight_D.to(sum.scalar_type()))
                                          : (xhat * (weight_D.to(at::kFloat) + offset)).to(sum.scalar_type());
    return {sum, normed, rstd_N1.squeeze(1)};
}

// With xhat = x / rms: dx = (dn - xhat * mean(dn * xhat)) / rms, dn = dy * w.
cpu::NormGradients normBackward(const at::Tensor& dnormed_ND, const at::Tensor& dsum_ND, const at::Tensor& sum_ND,
                                const at::Tensor& weight_D, const at::Tensor& rstd_N, double offset, bool wantsWeight) {
    if (cpu::hasRowLoops(sum_ND))
        return cpu::rmsNormBackward(dnormed_ND, dsum_ND, sum_ND, weight_D, rstd_N, offset, wantsWeight);
    const at::Tensor rstd_N1 = rstd_N.unsqueeze(1);
    const at::Tensor xhat = sum_ND.to(at::kFloat) * rstd_N1;
    const at::Tensor dy = dnormed_ND.to(at::kFloat);
    const at::Tensor dn = dy * (weight_D.to(at::kFloat) + offset);
    at::Tensor dx = dn.sub(xhat * (dn * xhat).mean(-1, true)).mul_(rstd_N1);
    if (dsum_ND.defined()) dx.add_(dsum_ND);
    return {dx.to(sum_ND.scalar_type()), wantsWeight ? (dy * xhat).sum(0) : at::Tensor()};
}

// Results: the normed rows and, where there is a delta, the sum.
struct AddRmsNorm : torch::autograd::Function<AddRmsNorm> {
    static variable_list forward(AutogradContext* ctx, const at::Tensor& x_ND, const std::optional<at::Tensor>& delta,
                                 const at::Tensor& weight_D, double eps, double offset) {
        const at::Tensor delta_ND = delta.value_or(at::Tensor());
        const auto rows = normForward(x_ND, delta_ND, weight_D, eps, offset);
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
        const auto result = normBackward(dnormed, dsum, saved[0], saved[1], saved[2],
                                         ctx->saved_data["offset"].toDouble(), wantsWeight);
        const at::Tensor dweight = wantsWeight ? result.dweight_D.to(saved[1].scalar_type()) : at::Tensor();
        return {result.dx_ND, hasDelta ? result.dx_ND : at::Tensor(), dweight, {}, {}};
    }
};

} // namespace

Normed addRmsNorm(const at::Tensor& x_ND, const at::Tensor& delta_ND, const at::Tensor& weight_D, double eps,
                  double offset) {
    if (!at::GradMode::is_enabled()) {
        const auto rows = normForward(x_ND, delta_ND, weight_D, eps, offset);
        return {rows.sum_ND, rows.normed_ND};
    }
    const variable_list results =
        AddRmsNorm::apply(x_ND, delta_ND.defined() ? std::optional(delta_ND) : std::nullopt, weight_D, eps, offset);
    return {delta_ND.defined() ? results[1] : x_ND, results[0]};
}

} // namespace fettle::ops
