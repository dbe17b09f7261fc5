#include "core/ops/activation.h"

#include "core/base/error.h"
#include "core/ops/kernel_table.h"

#include <torch/csrc/autograd/custom_function.h>

#include <map>

namespace fettle::ops {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

Activation activationOf(AutogradContext* ctx) {
    return static_cast<Activation>(ctx->saved_data["activation"].toInt());
}

struct Act : torch::autograd::Function<Act> {
    static at::Tensor forward(AutogradContext* ctx, const at::Tensor& x, std::int64_t activation) {
        ctx->save_for_backward({x});
        ctx->saved_data["activation"] = activation;
        return kernelsFor(x).act(x, static_cast<Activation>(activation));
    }

    static variable_list backward(AutogradContext* ctx, variable_list gradients) {
        const at::Tensor x = ctx->get_saved_variables()[0];
        return {kernelsFor(x).actBackward(gradients[0], x, activationOf(ctx)), at::Tensor()};
    }
};

struct GatedAct : torch::autograd::Function<GatedAct> {
    static at::Tensor forward(AutogradContext* ctx, const at::Tensor& gate_NF, const at::Tensor& up_NF,
                              std::int64_t activation) {
        ctx->save_for_backward({gate_NF, up_NF});
        ctx->saved_data["activation"] = activation;
        return kernelsFor(gate_NF).gatedAct(gate_NF, up_NF, static_cast<Activation>(activation));
    }

    static variable_list backward(AutogradContext* ctx, variable_list gradients) {
        const variable_list saved = ctx->get_saved_variables();
        const auto both = kernelsFor(saved[0]).gatedActBackward(gradients[0], saved[0], saved[1], activationOf(ctx));
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
    if (!at::GradMode::is_enabled()) return kernelsFor(gate_NF).gatedAct(gate_NF, up_NF, activation);
    return GatedAct::apply(gate_NF, up_NF, static_cast<std::int64_t>(activation));
}

} // namespace fettle::ops
