#include "core/ops/attention.h"

#include "core/ops/attention_varlen.h"
#include "core/ops/kernel_table.h"

#include <torch/csrc/autograd/custom_function.h>

#include <cmath>

namespace fettle::ops {

namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;

struct HeldCall : torch::CustomClassHolder {
    HeldCall(Segments held, const AttentionOptions& given) : segments(std::move(held)), options(given) {}
    Segments segments;
    AttentionOptions options;
};

// The variable-length kernel and the calls to make of it; none of either where the tiles have to serve.
struct VarlenPath {
    const VarlenKernel* kernel = nullptr;
    const std::vector<VarlenCall>* calls = nullptr;

    VarlenPath(const at::Tensor& q_NHd, const HeldCall& call) : kernel(varlenKernelFor(q_NHd, call.options)) {
        if (kernel != nullptr) calls = varlenCalls(call.segments, call.options.window, q_NHd.device());
    }
    [[nodiscard]] bool isOpen() const { return calls != nullptr; }
};

AttentionResult runForward(const at::Tensor& q_NHd, const at::Tensor& k_MGd, const at::Tensor& v_MGd,
                           const HeldCall& call) {
    if (const VarlenPath path(q_NHd, call); path.isOpen())
        return varlenForward(*path.kernel, q_NHd, k_MGd, v_MGd, *path.calls, call.options.scale);
    return attentionForward(q_NHd, k_MGd, v_MGd, call.segments.list(), call.options);
}

AttentionGradients runBackward(const at::Tensor& dout_NHd, const AttentionSaved& saved, const HeldCall& call) {
    if (const VarlenPath path(saved.q_NHd, call); path.isOpen())
        return varlenBackward(*path.kernel, dout_NHd, saved, *path.calls, call.options.scale);
    return attentionBackward(dout_NHd, saved, call.segments.list(), call.options);
}

struct Attention : torch::autograd::Function<Attention> {
    static at::Tensor forward(AutogradContext* ctx, const at::Tensor& q_NHd, const at::Tensor& k_MGd,
                              const at::Tensor& v_MGd, const c10::intrusive_ptr<HeldCall>& call) {
        const AttentionResult result = runForward(q_NHd, k_MGd, v_MGd, *call);
        ctx->save_for_backward({q_NHd, k_MGd, v_MGd, result.out_NHd, result.lse_NH});
        ctx->saved_data["call"] = c10::IValue::make_capsule(call);
        return result.out_NHd;
    }

    static variable_list backward(AutogradContext* ctx, variable_list gradients) {
        const auto call = c10::static_intrusive_pointer_cast<HeldCall>(ctx->saved_data["call"].toCapsule());
        const variable_list saved = ctx->get_saved_variables();
        const AttentionGradients result =
            runBackward(gradients[0], {saved[0], saved[1], saved[2], {saved[3], saved[4]}}, *call);
        return {result.dq_NHd, result.dk_MGd, result.dv_MGd, {}};
    }
};

} // namespace

Segments::Segments(std::vector<Segment> list) : m_shared(std::make_shared<Shared>(Shared{std::move(list), nullptr})) {}

at::Tensor attention(const at::Tensor& q_NHd, const at::Tensor& k_MGd, const at::Tensor& v_MGd,
                     const Segments& segments, const AttentionOptions& options) {
    auto call = c10::make_intrusive<HeldCall>(segments, options);
    if (options.scale == 0) call->options.scale = 1 / std::sqrt(static_cast<double>(q_NHd.size(-1)));
    if (const at::Tensor out = kernelsFor(q_NHd).fewQueries(q_NHd, k_MGd, v_MGd, segments.list(), call->options);
        out.defined())
        return out;
    return Attention::apply(q_NHd, k_MGd, v_MGd, call);
}

} // namespace fettle::ops
