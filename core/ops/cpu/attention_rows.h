#pragma once

#include "core/ops/attention_kernels.h"

namespace fettle::ops::cpu {

// As the entries of the table of kernels, one pass over each row of scores. A soft cap is left to ATen.
[[nodiscard]] SoftmaxTile softmaxTile(const at::Tensor& q_GQd, const at::Tensor& k_Gmd, const AttentionTile& tile,
                                      const AttentionOptions& options);
[[nodiscard]] ScoreGradients softmaxTileBackward(const at::Tensor& q_GQd, const at::Tensor& k_Gmd,
                                                 at::Tensor dweights_GQm, const at::Tensor& lse_GQ1,
                                                 const at::Tensor& delta_GQ1, const AttentionTile& tile,
                                                 const AttentionOptions& options);

} // namespace fettle::ops::cpu
