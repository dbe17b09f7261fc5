#include "core/cuda/flash_attention.h"

#include <ATen/cuda/CUDAContext.h>

namespace fettle::cuda {

namespace {

using namespace ops;

bool accepts(const at::Tensor& q_NHd) {
    const bool isHalf = q_NHd.scalar_type() == at::kBFloat16 || q_NHd.scalar_type() == at::kHalf;
    const std::int64_t head = q_NHd.size(2);
    return isHalf && head <= 256 && head % 8 == 0 && at::cuda::getDeviceProperties(q_NHd.get_device())->major >= 8;
}

// Rows may lie apart, the elements of one may not.
at::Tensor dense(const at::Tensor& x) {
    return x.stride(-1) == 1 ? x : x.contiguous();
}

// Keys before a query that it sees besides its own; none: no limit.
std::optional<std::int64_t> leftWindow(const VarlenShape& shape) {
    return shape.window > 0 ? std::optional(shape.window - 1) : std::nullopt;
}

std::optional<std::int64_t> rightWindow(const VarlenShape& shape) {
    return shape.window > 0 ? std::optional<std::int64_t>(0) : std::nullopt;
}

// A sequence's keys begin where the "cumulative" lengths say and are as many as are said to be used.
AttentionResult forward(const at::Tensor& q_NHd, const at::Tensor& k_MGd, const at::Tensor& v_MGd, const KeyRows& keys,
                        const VarlenShape& shape, double scale) {
    const auto [out_NHd, lse_HN, rngState, unused, debugMask] = at::_flash_attention_forward(
        dense(q_NHd), dense(k_MGd), dense(v_MGd), shape.cumulativeQueries, keys.begins(), shape.maxQueries,
        shape.maxKeys, /*dropout_p=*/0.0, shape.isCausal, /*return_debug_mask=*/false, scale, leftWindow(shape),
        rightWindow(shape), keys.counts());
    return {out_NHd, lse_HN.t()};
}

AttentionGradients backward(const at::Tensor& dout_NHd, const AttentionSaved& saved, const at::Tensor& cumulativeKeys,
                            const VarlenShape& shape, double scale) {
    // The random state of a dropout that there is not.
    const at::Tensor rngState = at::zeros({2}, saved.q_NHd.options().dtype(at::kUInt64));
    const at::Tensor unused = at::empty({0}, saved.q_NHd.options());
    const auto [dq_NHd, dk_MGd, dv_MGd] = at::_flash_attention_backward(
        dense(dout_NHd), dense(saved.q_NHd), dense(saved.k_MGd), dense(saved.v_MGd), dense(saved.result.out_NHd),
        saved.result.lse_NH.t().contiguous(), shape.cumulativeQueries, cumulativeKeys, shape.maxQueries, shape.maxKeys,
        /*dropout_p=*/0.0, shape.isCausal, rngState, unused, scale, leftWindow(shape), rightWindow(shape));
    return {dq_NHd, dk_MGd, dv_MGd};
}

} // namespace

VarlenKernel flashAttention() {
    return {.accepts = &accepts, .forward = &forward, .backward = &backward};
}

} // namespace fettle::cuda
