#pragma once

#include "core/ops/attention_kernels.h"
#include "core/ops/varlen_rows.h"

namespace fettle::ops {

// A device's attention over sequences side by side, with FlashAttention's conventions: softmax in fp32; a row without
// keys gives zeros and the log-sum-exp +inf; backward takes the output and the log-sum-exp of the softmax as a whole,
// of which the call's keys may be a part, and treats a row with +inf as one that sees nothing. Forward takes all rows
// of k and v and reads those of `keys`, backward takes these rows alone, side by side.
struct VarlenKernel {
    bool (*accepts)(const at::Tensor& q_NHd) = nullptr; // its type, head size and card
    AttentionResult (*forward)(const at::Tensor& q_NHd, const at::Tensor& k_MGd, const at::Tensor& v_MGd,
                               const KeyRows& keys, const VarlenShape& shape, double scale) = nullptr;
    AttentionGradients (*backward)(const at::Tensor& dout_NHd, const AttentionSaved& saved,
                                   const at::Tensor& cumulativeKeys, const VarlenShape& shape, double scale) = nullptr;
};

// The kernel that computes attention over q under these options; null: the tiles do (fp32, soft cap, no plug-in).
[[nodiscard]] const VarlenKernel* varlenKernelFor(const at::Tensor& q_NHd, const AttentionOptions& options);

// attentionForward and attentionBackward by calls of the kernel, merged by their log-sum-exp.
[[nodiscard]] AttentionResult varlenForward(const VarlenKernel& kernel, const at::Tensor& q_NHd,
                                            const at::Tensor& k_MGd, const at::Tensor& v_MGd,
                                            const std::vector<VarlenCall>& calls, double scale);
[[nodiscard]] AttentionGradients varlenBackward(const VarlenKernel& kernel, const at::Tensor& dout_NHd,
                                                const AttentionSaved& saved, const std::vector<VarlenCall>& calls,
                                                double scale);

// Attention over the union of two disjoint sets of keys, given that over each. In fp32 or wider; lse -inf where a set
// is empty.
[[nodiscard]] AttentionResult mergeAttention(const AttentionResult& a, const AttentionResult& b);

} // namespace fettle::ops
