#include "core/ops/norm.h"

#include <torch/csrc/autograd/custom_function.h>

namespace fettle::ops {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

struct LayerNormed {
    at::Tensor sum_ND, normed_ND, mean_N1, rstd_N1; // the last two in fp32
};

LayerNormed layerNormForward(const at::Tensor& x_ND, const at::Tensor& delta_ND, const at::Tensor& weight_D,
                             const at::Tensor& bias_D, double eps) {
    const at::NoGradGuard noGrad;
    const at::Tensor sum = (delta_ND.defined() ? x_ND + delta_ND : x_ND).detach();
    const at::Tensor weight = weight_D.to(at::kFloat), bias = bias_D.defined() ? bias_D.to(at::kFloat) : at::Tensor();
    auto [normed, mean, rstd] = at::native_layer_norm(sum.to(at::kFloat), {sum.size(-1)}, weight, bias, eps);
    return {sum, normed.to(sum.scalar_type()), mean, rstd};
}

// Results: the normed rows and, where there is a delta, the sum.
struct AddLayerNorm : torch::autograd::Function<AddLayerNorm> {
    static variable_list forward(AutogradContext* ctx, const at::Tensor& x_ND, const std::optional<at::Tensor>& delta,
                                 const at::Tensor& weight_D, const std::optional<at::Tensor>& bias, double eps) {
        const at::Tensor delta_ND = delta.value_or(at::Tensor()), bias_D = bias.value_or(at::Tensor());
        const LayerNormed rows = layerNormForward(x_ND, delta_ND, weight_D, bias_D, eps);
        const at::Tensor sum = delta_ND.defined() ? rows.sum_ND : x_ND;
        ctx->save_for_backward({sum, weight_D, bias_D, rows.mean_N1, rows.rstd_N1});
        ctx->saved_data["hasDelta"] = delta_ND.defined();
        ctx->set_materialize_grads(false);
        return delta_ND.defined() ? variable_list{rows.normed_ND, rows.sum_ND} : variable_list{rows.normed_ND};
    }

    static variable_list backward(AutogradContext* ctx, variable_list gradients) {
        const variable_list saved = ctx->get_saved_variables();
        const at::Tensor &sum = saved[0], &weight = saved[1], &bias = saved[2];
        const bool hasDelta = ctx->saved_data["hasDelta"].toBool();
        const bool wantsWeight = weight.requires_grad(), wantsBias = bias.defined() && bias.requires_grad();
        const at::Tensor dy = (gradients[0].defined() ? gradients[0] : at::zeros_like(sum)).to(at::kFloat);
        const at::Tensor wideBias = bias.defined() ? bias.to(at::kFloat) : at::Tensor();
        auto [dx, dweight, dbias] =
            at::native_layer_norm_backward(dy, sum.to(at::kFloat), {sum.size(-1)}, saved[3], saved[4],
                                           weight.to(at::kFloat), wideBias, {true, wantsWeight, wantsBias});
        if (hasDelta && gradients[1].defined()) dx.add_(gradients[1]);
        dx = dx.to(sum.scalar_type());
        return {dx, hasDelta ? dx : at::Tensor(), wantsWeight ? dweight.to(weight.scalar_type()) : at::Tensor(),
                wantsBias ? dbias.to(bias.scalar_type()) : at::Tensor(), at::Tensor()};
    }
};

std::optional<at::Tensor> optionalOf(const at::Tensor& tensor) {
    return tensor.defined() ? std::optional(tensor) : std::nullopt;
}

} // namespace

Normed addLayerNorm(const at::Tensor& x_ND, const at::Tensor& delta_ND, const at::Tensor& weight_D,
                    const at::Tensor& bias_D, double eps) {
    if (!at::GradMode::is_enabled()) {
        const LayerNormed rows = layerNormForward(x_ND, delta_ND, weight_D, bias_D, eps);
        return {rows.sum_ND, rows.normed_ND};
    }
    const variable_list results = AddLayerNorm::apply(x_ND, optionalOf(delta_ND), weight_D, optionalOf(bias_D), eps);
    return {delta_ND.defined() ? results[1] : x_ND, results[0]};
}

} // namespace fettle::ops
