#include "core/ops/rotary.h"

#include "core/ops/cpu/rows.h"

#include <torch/csrc/autograd/custom_function.h>

namespace fettle::ops {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

at::Tensor rotated(const at::Tensor& x_NHd, const at::Tensor& cos_Nd, const at::Tensor& sin_Nd, double direction) {
    if (cpu::hasRowLoops(x_NHd)) return cpu::rotary(x_NHd, cos_Nd, sin_Nd, direction);
    const std::int64_t half = cos_Nd.size(1);
    const at::Tensor cos = cos_Nd.to(x_NHd.scalar_type()).unsqueeze(1);
    const at::Tensor sin = sin_Nd.to(x_NHd.scalar_type()).unsqueeze(1);
    const at::Tensor first = x_NHd.narrow(-1, 0, half), second = x_NHd.narrow(-1, half, half);
    at::Tensor y = at::empty_like(x_NHd, at::MemoryFormat::Contiguous);
    y.narrow(-1, 0, half).copy_(first * cos).addcmul_(second, sin, -direction);
    y.narrow(-1, half, half).copy_(second * cos).addcmul_(first, sin, direction);
    if (const std::int64_t rest = x_NHd.size(-1) - 2 * half; rest > 0)
        y.narrow(-1, 2 * half, rest).copy_(x_NHd.narrow(-1, 2 * half, rest));
    return y;
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
