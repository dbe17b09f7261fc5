#include "core/ops/attention_varlen.h"

#include "core/ops/kernel_table.h"

#include <limits>

namespace fettle::ops {

namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();

// Sums of several calls are rounded once, at their end.
at::TensorOptions wide(const at::Tensor& x) {
    return x.options().dtype(at::promote_types(x.scalar_type(), at::kFloat));
}

AttentionResult callForward(const VarlenKernel& kernel, const at::Tensor& q_NHd, const at::Tensor& k_MGd,
                            const at::Tensor& v_MGd, const VarlenCall& call, double scale) {
    const AttentionResult part =
        kernel.forward(takeRows(q_NHd, call.queries), k_MGd, v_MGd, call.keys, call.shape, scale);
    return {part.out_NHd, part.lse_NH.masked_fill(part.lse_NH.eq(kInfinity), -kInfinity)};
}

AttentionGradients callBackward(const VarlenKernel& kernel, const at::Tensor& dout_NHd, const AttentionSaved& saved,
                                const VarlenCall& call, double scale) {
    const at::Tensor lse_NH = takeRows(saved.result.lse_NH, call.queries);
    const PackedRows& keys = call.keys.packed();
    return kernel.backward(
        takeRows(dout_NHd, call.queries),
        {takeRows(saved.q_NHd, call.queries),
         takeRows(saved.k_MGd, keys.rows),
         takeRows(saved.v_MGd, keys.rows),
         {takeRows(saved.result.out_NHd, call.queries), lse_NH.masked_fill(lse_NH.eq(-kInfinity), kInfinity)}},
        keys.cumulative, call.shape, scale);
}

} // namespace

const VarlenKernel* varlenKernelFor(const at::Tensor& q_NHd, const AttentionOptions& options) {
    const VarlenKernel& kernel = kernelsFor(q_NHd).varlen;
    if (kernel.accepts == nullptr || options.softCap > 0) return nullptr;
    return kernel.accepts(q_NHd) ? &kernel : nullptr;
}

AttentionResult mergeAttention(const AttentionResult& a, const AttentionResult& b) {
    const at::Tensor lse_NH = at::logaddexp(a.lse_NH, b.lse_NH);
    // No key in either: exp(-inf - 0) = 0 instead of exp(-inf + inf).
    const at::Tensor shift_NH = lse_NH.masked_fill(lse_NH.eq(-kInfinity), 0);
    const at::Tensor shareA_NH1 = (a.lse_NH - shift_NH).exp().unsqueeze(-1);
    const at::Tensor shareB_NH1 = (b.lse_NH - shift_NH).exp().unsqueeze(-1);
    return {a.out_NHd * shareA_NH1 + b.out_NHd * shareB_NH1, lse_NH};
}

AttentionResult varlenForward(const VarlenKernel& kernel, const at::Tensor& q_NHd, const at::Tensor& k_MGd,
                              const at::Tensor& v_MGd, const std::vector<VarlenCall>& calls, double scale) {
    const at::NoGradGuard noGrad;
    if (calls.size() == 1 && calls.front().queries.isAllOf(q_NHd))
        return callForward(kernel, q_NHd, k_MGd, v_MGd, calls.front(), scale);
    at::Tensor out_NHd = at::zeros(q_NHd.sizes(), wide(q_NHd));
    at::Tensor lse_NH = at::full({q_NHd.size(0), q_NHd.size(1)}, -kInfinity, wide(q_NHd));
    for (const VarlenCall& call : calls) {
        const AttentionResult merged = mergeAttention({takeRows(out_NHd, call.queries), takeRows(lse_NH, call.queries)},
                                                      callForward(kernel, q_NHd, k_MGd, v_MGd, call, scale));
        putRows(out_NHd, call.queries, merged.out_NHd);
        putRows(lse_NH, call.queries, merged.lse_NH);
    }
    return {out_NHd.to(q_NHd.scalar_type()), lse_NH};
}

AttentionGradients varlenBackward(const VarlenKernel& kernel, const at::Tensor& dout_NHd, const AttentionSaved& saved,
                                  const std::vector<VarlenCall>& calls, double scale) {
    const at::NoGradGuard noGrad;
    if (calls.size() == 1 && calls.front().queries.isAllOf(saved.q_NHd) &&
        calls.front().keys.packed().rows.isAllOf(saved.k_MGd))
        return callBackward(kernel, dout_NHd, saved, calls.front(), scale);
    at::Tensor dq_NHd = at::zeros(saved.q_NHd.sizes(), wide(saved.q_NHd));
    at::Tensor dk_MGd = at::zeros(saved.k_MGd.sizes(), wide(saved.k_MGd));
    at::Tensor dv_MGd = at::zeros_like(dk_MGd);
    for (const VarlenCall& call : calls) {
        const AttentionGradients part = callBackward(kernel, dout_NHd, saved, call, scale);
        addRows(dq_NHd, call.queries, part.dq_NHd);
        addRows(dk_MGd, call.keys.packed().rows, part.dk_MGd);
        addRows(dv_MGd, call.keys.packed().rows, part.dv_MGd);
    }
    const at::ScalarType type = saved.q_NHd.scalar_type();
    return {dq_NHd.to(type), dk_MGd.to(type), dv_MGd.to(type)};
}

} // namespace fettle::ops
