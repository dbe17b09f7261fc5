#include "core/ops/activation.h"

#include "core/base/error.h"
#include "core/ops/cpu/rows.h"

#include <torch/csrc/autograd/custom_function.h>

#include <map>

namespace fettle::ops {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

// ATen's kernels for half types compute in fp32.
at::Tensor activated(const at::Tensor& x, Activation activation) {
    switch (activation) {
    case Activation::Silu:
        return at::silu(x);
    case Activation::Gelu:
        return at::gelu(x, "none");
    case Activation::GeluTanh:
        return at::gelu(x, "tanh");
    case Activation::Relu:
        return at::relu(x);
    }
    return {};
}

at::Tensor activatedBackward(const at::Tensor& dy, const at::Tensor& x, Activation activation) {
    switch (activation) {
    case Activation::Silu:
        return at::silu_backward(dy, x);
    case Activation::Gelu:
        return at::gelu_backward(dy, x, "none");
    case Activation::GeluTanh:
        return at::gelu_backward(dy, x, "tanh");
    case Activation::Relu:
        return at::threshold_backward(dy, x, 0);
    }
    return {};
}

at::Tensor gatedForward(const at::Tensor& gate_NF, const at::Tensor& up_NF, Activation activation) {
    if (cpu::hasGatedLoops(gate_NF, activation)) return cpu::gatedAct(gate_NF, up_NF, activation);
    return activated(gate_NF.to(at::kFloat), activation).mul(up_NF).to(gate_NF.scalar_type());
}

cpu::GatedGradients gatedBackward(const at::Tensor& dy_NF, const at::Tensor& gate_NF, const at::Tensor& up_NF,
                                  Activation activation) {
    if (cpu::hasGatedLoops(gate_NF, activation)) return cpu::gatedActBackward(dy_NF, gate_NF, up_NF, activation);
    const at::Tensor gate = gate_NF.to(at::kFloat), dy = dy_NF.to(at::kFloat);
    return {activatedBackward(dy * up_NF, gate, activation).to(gate_NF.scalar_type()),
            activated(gate, activation).mul(dy).to(up_NF.scalar_type())};
}

Activation activationOf(AutogradContext* ctx) {
    return static_cast<Activation>(ctx->saved_data["activation"].toInt());
}

struct Act : torch::autograd::Function<Act> {
    static at::Tensor forward(AutogradContext* ctx, const at::Tensor& x, std::int64_t activation) {
        ctx->save_for_backward({x});
        ctx->saved_data["activation"] = activation;
        return activated(x, static_cast<Activation>(activation));
    }

    static variable_list backward(AutogradContext* ctx, variable_list gradients) {
        return {activatedBackward(gradients[0], ctx->get_saved_variables()[0], activationOf(ctx)), at::Tensor()};
    }
};

struct GatedAct : torch::autograd::Function<GatedAct> {
    static at::Tensor forward(AutogradContext* ctx, const at::Tensor& gate_NF, const at::Tensor& up_NF,
                              std::int64_t activation) {
        ctx->save_for_backward({gate_NF, up_NF});
        ctx->saved_data["activation"] = activation;
        return gatedForward(gate_NF, up_NF, static_cast<Activation>(activation));
    }

    static variable_list backward(AutogradContext* ctx, variable_list gradients) {
        const variable_list saved = ctx->get_saved_variables();
        const auto both = gatedBackward(gradients[0], saved[0], saved[1], activationOf(ctx));
        return {both.dgate_NF, both.dup_NF, at::Tensor()};
    }
};

} // namespace

Activation activationNamed(const std::string& name) {
    static const std::map<std::string, Activation> kNames = {{"silu", Activation::Silu},
                                                             {"gelu", Activation::Gelu},
                                                             {"gelu_tanh", Activation::GeluTanh},
                                                             {"relu", Activation::Relu}};
    const auto found = kNames.find(name);
    if (found == kNames.end())
        throw Error{ErrorKind::BadModel,
                    "The activation \"" + name + "\" is not known.",
                    "Known are silu, gelu, gelu_tanh and relu.",
                    {{"activation", name}}};
    return found->second;
}

at::Tensor act(const at::Tensor& x, Activation activation) {
    return Act::apply(x, static_cast<std::int64_t>(activation));
}

at::Tensor gatedAct(const at::Tensor& gate_NF, const at::Tensor& up_NF, Activation activation) {
    if (!at::GradMode::is_enabled()) return gatedForward(gate_NF, up_NF, activation);
    return GatedAct::apply(gate_NF, up_NF, static_cast<std::int64_t>(activation));
}

} // namespace fettle::ops
