#include "core/ops/checkpoint.h"

#include <torch/csrc/autograd/autograd.h>
#include <torch/csrc/autograd/custom_function.h>

namespace fettle::ops {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

struct HeldFunction : torch::CustomClassHolder {
    explicit HeldFunction(TensorFunction f) : function(std::move(f)) {}
    TensorFunction function;
};

struct Checkpoint : torch::autograd::Function<Checkpoint> {
    // `anchor` requires grad, so that backward comes here even where no input does: captured leaves may.
    static variable_list forward(AutogradContext* ctx, at::TensorList inputs, const at::Tensor&,
                                 const c10::intrusive_ptr<HeldFunction>& held) {
        const at::NoGradGuard noGrad;
        ctx->save_for_backward(inputs.vec());
        ctx->saved_data["function"] = c10::IValue::make_capsule(held);
        return held->function(inputs.vec());
    }

    static variable_list backward(AutogradContext* ctx, variable_list gradients) {
        const auto held = c10::static_intrusive_pointer_cast<HeldFunction>(ctx->saved_data["function"].toCapsule());
        const variable_list saved = ctx->get_saved_variables();
        variable_list inputs;
        for (const at::Tensor& tensor : saved)
            inputs.push_back(tensor.detach().set_requires_grad(tensor.requires_grad()));
        const variable_list outputs = recompute(held->function, inputs);
        variable_list roots, rootGradients;
        for (std::size_t i = 0; i < outputs.size(); ++i) {
            if (!gradients[i].defined() || !outputs[i].requires_grad()) continue;
            roots.push_back(outputs[i]);
            rootGradients.push_back(gradients[i]);
        }
        if (!roots.empty()) torch::autograd::backward(roots, rootGradients);
        variable_list results;
        for (const at::Tensor& input : inputs)
            results.push_back(input.grad());
        results.insert(results.end(), 2, at::Tensor());
        return results;
    }

    static variable_list recompute(const TensorFunction& function, const variable_list& inputs) {
        const at::AutoGradMode withGrad(true);
        return function(inputs);
    }
};

// Autograd takes defined tensors only: the function of those, which puts undefined ones back in their places.
TensorFunction ofDefined(const TensorFunction& function, const std::vector<at::Tensor>& inputs) {
    std::vector<bool> isDefined;
    for (const at::Tensor& input : inputs)
        isDefined.push_back(input.defined());
    return [function, isDefined](const std::vector<at::Tensor>& defined) {
        std::vector<at::Tensor> all(isDefined.size());
        auto next = defined.begin();
        for (std::size_t i = 0; i < all.size(); ++i)
            if (isDefined[i]) all[i] = *next++;
        return function(all);
    };
}

} // namespace

std::vector<at::Tensor> checkpoint(const TensorFunction& function, const std::vector<at::Tensor>& inputs) {
    const at::Tensor anchor = at::zeros({0}).requires_grad_(true);
    const auto held = c10::make_intrusive<HeldFunction>(ofDefined(function, inputs));
    std::vector<at::Tensor> defined = inputs;
    std::erase_if(defined, [](const at::Tensor& input) { return !input.defined(); });
    return Checkpoint::apply(at::TensorList(defined), anchor, held);
}

} // namespace fettle::ops
