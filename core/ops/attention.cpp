#include "core/ops/attention.h"

#include "core/ops/attention_kernels.h"

#include <torch/csrc/autograd/custom_function.h>

#include <cmath>

namespace fettle::ops {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

struct HeldCall : torch::CustomClassHolder {
    std::vector<Segment> segments;
    AttentionOptions options;
};

struct Attention : torch::autograd::Function<Attention> {
    static at::Tensor forward(AutogradContext* ctx, const at::Tensor& q_NHd, const at::Tensor& k_MGd,
                              const at::Tensor& v_MGd, const c10::intrusive_ptr<HeldCall>& call) {
        const AttentionResult result = attentionForward(q_NHd, k_MGd, v_MGd, call->segments, call->options);
        ctx->save_for_backward({q_NHd, k_MGd, v_MGd, result.out_NHd, result.lse_NH});
        ctx->saved_data["call"] = c10::IValue::make_capsule(call);
        return result.out_NHd;
    }

    static variable_list backward(AutogradContext* ctx, variable_list gradients) {
        const auto call = c10::static_intrusive_pointer_cast<HeldCall>(ctx->saved_data["call"].toCapsule());
        const variable_list saved = ctx->get_saved_variables();
        const AttentionGradients result = attentionBackward(
            gradients[0], {saved[0], saved[1], saved[2], {saved[3], saved[4]}}, call->segments, call->options);
        return {result.dq_NHd, result.dk_MGd, result.dv_MGd, {}};
    }
};

} // namespace

Segments::Segments(std::vector<Segment> list) : m_list(std::move(list)) {}

at::Tensor attention(const at::Tensor& q_NHd, const at::Tensor& k_MGd, const at::Tensor& v_MGd,
                     const Segments& segments, const AttentionOptions& options) {
    auto call = c10::make_intrusive<HeldCall>();
    call->segments = segments.list();
    call->options = options;
    if (options.scale == 0) call->options.scale = 1 / std::sqrt(static_cast<double>(q_NHd.size(-1)));
    return Attention::apply(q_NHd, k_MGd, v_MGd, call);
}

} // namespace fettle::ops
