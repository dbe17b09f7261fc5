#include "core/ops/activation.h"

#include "core/ops/cpu/rows.h"

#include <torch/csrc/autograd/custom_function.h>

namespace fettle::ops {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

at::Tensor gatedSilu(const at::Tensor& gate_NF, const at::Tensor& up_NF) {
    if (cpu::hasRowLoops(gate_NF)) return cpu::gatedSilu(gate_NF, up_NF);
    const at::Tensor gate = gate_NF.to(at::kFloat);
    return at::silu(gate).mul_(up_NF).to(gate_NF.scalar_type());
}

struct GatedSilu : torch::autograd::Function<GatedSilu> {
    static at::Tensor forward(AutogradContext* ctx, const at::Tensor& gate_NF, const at::Tensor& up_NF) {
        ctx->save_for_backward({gate_NF, up_NF});
        return gatedSilu(gate_NF, up_NF);
    }

    // With s = sigmoid(g): silu' = s (1 + g (1 - s)).
    static variable_list backward(AutogradContext* ctx, variable_list gradients) {
        const variable_list saved = ctx->get_saved_variables();
        if (cpu::hasRowLoops(saved[0])) {
            const auto both = cpu::gatedSiluBackward(gradients[0], saved[0], saved[1]);
            return {both.dgate_NF, both.dup_NF};
        }
        const at::Tensor gate = saved[0].to(at::kFloat);
        const at::Tensor dy = gradients[0].to(at::kFloat);
        const at::Tensor sigmoid = at::sigmoid(gate);
        const at::Tensor silu = gate * sigmoid;
        const at::Tensor slope = (1 - sigmoid).mul_(gate).add_(1).mul_(sigmoid);
        const at::Tensor dgate = slope.mul_(dy).mul_(saved[1]).to(saved[0].scalar_type());
        return {dgate, silu.mul(dy).to(saved[1].scalar_type())};
    }
};

} // namespace

at::Tensor gatedAct(const at::Tensor& gate_NF, const at::Tensor& up_NF, Activation) {
    if (!at::GradMode::is_enabled()) return gatedSilu(gate_NF, up_NF);
    return GatedSilu::apply(gate_NF, up_NF);
}

} // namespace fettle::ops
