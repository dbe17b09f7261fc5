#pragma once

#include "core/ops/kernel_table.h"

// The operations in terms of ATen's, which serves every device and floating-point type.
namespace fettle::ops::aten {

[[nodiscard]] at::Tensor product(const at::Tensor& a_MK, const at::Tensor& b_KN, const at::Tensor& bias_N);

[[nodiscard]] NormedRows addRmsNorm(const at::Tensor& x_ND, const at::Tensor& delta_ND, const at::Tensor& weight_D,
                                    double eps, double offset);
[[nodiscard]] NormGradients rmsNormBackward(const at::Tensor& dnormed_ND, const at::Tensor& dsum_ND,
                                            const at::Tensor& sum_ND, const at::Tensor& weight_D,
                                            const at::Tensor& rstd_N, double offset, bool wantsWeight);

[[nodiscard]] at::Tensor act(const at::Tensor& x, Activation activation);
[[nodiscard]] at::Tensor actBackward(const at::Tensor& dy, const at::Tensor& x, Activation activation);
[[nodiscard]] at::Tensor gatedAct(const at::Tensor& gate_NF, const at::Tensor& up_NF, Activation activation);
[[nodiscard]] GatedGradients gatedActBackward(const at::Tensor& dy_NF, const at::Tensor& gate_NF,
                                              const at::Tensor& up_NF, Activation activation);

[[nodiscard]] at::Tensor rotary(const at::Tensor& x_NHd, const at::Tensor& cos_Nd, const at::Tensor& sin_Nd,
                                double direction);
[[nodiscard]] at::Tensor keepMask(std::int64_t elements, std::uint32_t threshold, const DropoutStream& stream,
                                  const at::Device& device);
[[nodiscard]] at::Tensor elementNoise(std::int64_t elements, const DropoutStream& stream, const at::Device& device);
void putRows(at::Tensor room, const at::Tensor& rows_N, const at::Tensor& added_N);

[[nodiscard]] at::Tensor logitFigures(at::Tensor logits_CV, const at::Tensor& tokens_C1, bool wantsProbabilities,
                                      LogitFigures figures);
[[nodiscard]] at::Tensor logitGradient(at::Tensor logits_CV, const at::Tensor& tokens_C1, const at::Tensor& g_C1);

[[nodiscard]] SoftmaxTile softmaxTile(const at::Tensor& q_GQd, const at::Tensor& k_Gmd, const AttentionTile& tile,
                                      const AttentionOptions& options);
[[nodiscard]] ScoreGradients softmaxTileBackward(const at::Tensor& q_GQd, const at::Tensor& k_Gmd,
                                                 at::Tensor dweights_GQm, const at::Tensor& lse_GQ1,
                                                 const at::Tensor& delta_GQ1, const AttentionTile& tile,
                                                 const AttentionOptions& options);

void clipGradients(const std::vector<at::Tensor>& gradients, const at::Tensor& norm, double most);

[[nodiscard]] std::vector<Sampled> sampleTokens(const at::Tensor& logits_SV, const std::vector<SamplingRow>& rows);

} // namespace fettle::ops::aten
