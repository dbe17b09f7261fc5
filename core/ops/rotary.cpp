#include "core/ops/rotary.h"

#include "core/ops/kernel_table.h"

#include <torch/csrc/autograd/custom_function.h>

namespace fettle::ops {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

at::Tensor rotated(const at::Tensor& x_NHd, const at::Tensor& cos_Nd, const at::Tensor& sin_Nd, double direction) {
    return kernelsFor(x_NHd).rotary(x_NHd, cos_Nd, sin_Nd, direction);
}

struct Rotary : torch::autograd::Function<Rotary> {
    static at::Tensor forward(AutogradContext* ctx, const at::Tensor& x_NHd, const at::Tensor& cos_Nd,
                              const at::Tensor& sin_Nd) {
        ctx->save_for_backward({cos_Nd, sin_Nd});
        return rotated(x_NHd, cos_Nd, sin_Nd, 1);
    }

    static variable_list backward(AutogradContext* ctx, variable_list gradients) {
        const variable_list saved = ctx->get_saved_variables();
        return {rotated(gradients[0], saved[0], saved[1], -1), {}, {}};
    }
};

} // namespace

at::Tensor rotary(const at::Tensor& x_NHd, const at::Tensor& cos_Nd, const at::Tensor& sin_Nd) {
    if (!at::GradMode::is_enabled()) return rotated(x_NHd, cos_Nd, sin_Nd, 1);
    return Rotary::apply(x_NHd, cos_Nd, sin_Nd);
}

} // namespace fettle::ops
