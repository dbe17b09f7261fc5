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

at::Tensor overlaid(const at::Tensor& x_ND, const at::Tensor& tokens_N, const TokenRows& rows) {
    const at::Tensor isOne_NK = tokens_N.unsqueeze(1) == rows.ids_K;
    const at::Tensor which_N = isOne_NK.to(at::kByte).argmax(1);
    const at::Tensor own_ND = embedding(which_N, rows.rows_KD, x_ND.scalar_type());
    return at::where(isOne_NK.any(1).unsqueeze(1), own_ND, x_ND);
}

} // namespace fettle::ops
