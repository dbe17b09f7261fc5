#include "core/ops/embedding.h"

#include <torch/csrc/autograd/custom_function.h>

namespace fettle::ops {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

struct Embedding : torch::autograd::Function<Embedding> {
    static at::Tensor forward(AutogradContext* ctx, const at::Tensor& tokens_N, const at::Tensor& weight_VD,
                              at::ScalarType compute) {
        ctx->save_for_backward({tokens_N});
        ctx->saved_data["rows"] = weight_VD.size(0);
        return weight_VD.index_select(0, tokens_N).to(compute);
    }

    static variable_list backward(AutogradContext* ctx, variable_list gradients) {
        const at::Tensor tokens_N = ctx->get_saved_variables()[0];
        const at::Tensor dy = gradients[0].to(at::kFloat);
        at::Tensor dw = at::zeros({ctx->saved_data["rows"].toInt(), dy.size(1)}, dy.options());
        dw.index_add_(0, tokens_N, dy);
        return {{}, dw, {}};
    }
};

} // namespace

at::Tensor embedding(const at::Tensor& tokens_N, const at::Tensor& weight_VD, at::ScalarType compute) {
    return Embedding::apply(tokens_N, weight_VD, compute);
}

} // namespace fettle::ops
