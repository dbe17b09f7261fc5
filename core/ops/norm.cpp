#include "core/ops/norm.h"

#include <torch/csrc/autograd/custom_function.h>

namespace fettle::ops {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

struct RmsNorm : torch::autograd::Function<RmsNorm> {
    static at::Tensor forward(AutogradContext* ctx, const at::Tensor& x_ND, const at::Tensor& weight_D, double eps) {
        const at::Tensor wide = x_ND.to(at::kFloat);
        const at::Tensor rstd_N1 = wide.square().mean(-1, true).add_(eps).rsqrt_();
        ctx->save_for_backward({x_ND, weight_D, rstd_N1});
        return (wide * rstd_N1).to(x_ND.scalar_type()).mul_(weight_D.to(x_ND.scalar_type()));
    }

    // With xhat = x / rms: dx = (dn - xhat * mean(dn * xhat)) / rms, dn = dy * w.
    static variable_list backward(AutogradContext* ctx, variable_list gradients) {
        const variable_list saved = ctx->get_saved_variables();
        const at::Tensor &x_ND = saved[0], &weight_D = saved[1], &rstd_N1 = saved[2];
        const at::Tensor xhat = x_ND.to(at::kFloat) * rstd_N1;
        const at::Tensor dy = gradients[0].to(at::kFloat);
        at::Tensor dx, dw;
        if (ctx->needs_input_grad(0)) {
            const at::Tensor dn = dy * weight_D.to(at::kFloat);
            dx = dn.sub(xhat * (dn * xhat).mean(-1, true)).mul_(rstd_N1).to(x_ND.scalar_type());
        }
        if (ctx->needs_input_grad(1)) dw = (dy * xhat).sum(0).to(weight_D.scalar_type());
        return {dx, dw, {}};
    }
};

struct ResidualAdd : torch::autograd::Function<ResidualAdd> {
    static at::Tensor forward(AutogradContext*, const at::Tensor& x_ND, const at::Tensor& delta_ND) {
        return x_ND + delta_ND;
    }
    static variable_list backward(AutogradContext*, variable_list gradients) { return {gradients[0], gradients[0]}; }
};

} // namespace

Normed addRmsNorm(const at::Tensor& x_ND, const at::Tensor& delta_ND, const at::Tensor& weight_D, double eps) {
    const at::Tensor sum = delta_ND.defined() ? ResidualAdd::apply(x_ND, delta_ND) : x_ND;
    return {sum, RmsNorm::apply(sum, weight_D, eps)};
}

} // namespace fettle::ops
