#pragma once

#include "core/ops/activation.h"
#include "core/ops/attention_varlen.h"
#include "core/ops/dropout_hash.h"
#include "core/ops/linears.h"
#include "core/ops/sampling.h"

#include <ATen/ATen.h>

#include <vector>

namespace fettle::ops {

struct NormedRows {
    at::Tensor sum_ND, normed_ND, rstd_N; // sum is x where there is no delta; rstd in fp32
};
struct NormGradients {
    at::Tensor dx_ND, dweight_D; // the weight's in fp32, undefined where it is not wanted
};
struct GatedGradients {
    at::Tensor dgate_NF, dup_NF;
};
struct LogitFigures {
    at::Tensor logProb_C, entropy_C, hit_C, meanLogit_C; // written; hit is bool, the others fp32
};

// How one kind of device computes the operations: plain functions without autograd, their arguments as checked and
// described by the operation of that name. A table starts as a copy of ATen's, which serves every device, and is
// overwritten entry by entry; nothing outside a table asks what a tensor lies on.
struct KernelTable {
    // a b + bias: a [M, K], b [K, N] of one type, bias [N] of the same type or undefined.
    at::Tensor (*product)(const at::Tensor& a_MK, const at::Tensor& b_KN, const at::Tensor& bias_N);

    NormedRows (*addRmsNorm)(const at::Tensor& x_ND, const at::Tensor& delta_ND, const at::Tensor& weight_D, double eps,
                             double offset);
    // dsum_ND: what reaches the sum by other ways; may be undefined.
    NormGradients (*rmsNormBackward)(const at::Tensor& dnormed_ND, const at::Tensor& dsum_ND, const at::Tensor& sum_ND,
                                     const at::Tensor& weight_D, const at::Tensor& rstd_N, double offset,
                                     bool wantsWeight);
    at::Tensor (*act)(const at::Tensor& x, Activation activation);
    at::Tensor (*actBackward)(const at::Tensor& dy, const at::Tensor& x, Activation activation);
    at::Tensor (*gatedAct)(const at::Tensor& gate_NF, const at::Tensor& up_NF, Activation activation);
    GatedGradients (*gatedActBackward)(const at::Tensor& dy_NF, const at::Tensor& gate_NF, const at::Tensor& up_NF,
                                       Activation activation);
    // direction -1 turns back.
    at::Tensor (*rotary)(const at::Tensor& x_NHd, const at::Tensor& cos_Nd, const at::Tensor& sin_Nd, double direction);
    // Bool [elements], true where elementHash is not below the threshold.
    at::Tensor (*keepMask)(std::int64_t elements, std::uint32_t threshold, const DropoutStream& stream,
                           const at::Device& device);
    // fp32 [elements], elementHash / 2^31 - 1.
    at::Tensor (*elementNoise)(std::int64_t elements, const DropoutStream& stream, const at::Device& device);
    // Rows of a cache: added_N [N, ...] of the room's type into its rows rows_N (int64).
    void (*putRows)(at::Tensor room, const at::Tensor& rows_N, const at::Tensor& added_N);

    // Figures of each row of logits (overwritten) and its target. The probabilities in the logits' type where they are
    // wanted.
    at::Tensor (*logitFigures)(at::Tensor logits_CV, const at::Tensor& tokens_C1, bool wantsProbabilities,
                               LogitFigures figures);
    // g (onehot - p) in the logits' type, in their place or not.
    at::Tensor (*logitGradient)(at::Tensor logits_CV, const at::Tensor& tokens_C1, const at::Tensor& g_C1);

    // Weights and log-sum-exp of a tile of queries [G, Q, d] over its keys [G, m, d]; a query that sees nothing gets
    // zeros and -inf.
    SoftmaxTile (*softmaxTile)(const at::Tensor& q_GQd, const at::Tensor& k_Gmd, const AttentionTile& tile,
                               const AttentionOptions& options);
    // The weights again, and the gradient of the unscaled scores, in the queries' type.
    ScoreGradients (*softmaxTileBackward)(const at::Tensor& q_GQd, const at::Tensor& k_Gmd, at::Tensor dweights_GQm,
                                          const at::Tensor& lse_GQ1, const at::Tensor& delta_GQ1,
                                          const AttentionTile& tile, const AttentionOptions& options);
    bool runsTasksOnThreads; // parts of an attention that do not meet run on the host's threads at once
    VarlenKernel varlen;     // attention over sequences side by side; null `accepts`: there is none

    // As ops::clipGradients.
    void (*clipGradients)(const std::vector<at::Tensor>& gradients, const at::Tensor& norm, double most);

    std::vector<Sampled> (*sampleTokens)(const at::Tensor& logits_SV, const std::vector<SamplingRow>& rows);

    // Decoding: a few rows without anything to differentiate. Empty or undefined: not a call that they serve.
    std::vector<at::Tensor> (*fewRows)(const at::Tensor& x_ND, const std::vector<LinearTerm>& terms,
                                       const LinearContext& context);
    at::Tensor (*fewQueries)(const at::Tensor& q_NHd, const at::Tensor& k_MGd, const at::Tensor& v_MGd,
                             const std::vector<Segment>& segments, const AttentionOptions& options);
};

// The table of the device that x lies on.
[[nodiscard]] const KernelTable& kernelsFor(const at::Device& device);
[[nodiscard]] inline const KernelTable& kernelsFor(const at::Tensor& x) {
    return kernelsFor(x.device());
}
// Replaces the table of a kind of device. At the start, before any thread.
void registerKernels(at::DeviceType type, const KernelTable& table);

[[nodiscard]] const KernelTable& atenKernels();
// The same with this processor's loops in their place wherever they know the type.
[[nodiscard]] const KernelTable& cpuKernels();

} // namespace fettle::ops
