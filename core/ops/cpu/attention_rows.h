#pragma once

#include "core/ops/attention_kernels.h"

namespace fettle::ops::cpu {

// Whether the row loops serve a tile of these queries; they know no soft cap.
[[nodiscard]] bool servesTile(const at::Tensor& q_GQd, const AttentionOptions& options);

// Unscaled scores [G, R * n, m] become weights in place; a query that sees nothing gets zeros and -inf.
[[nodiscard]] SoftmaxTile softmaxTile(at::Tensor scores_GQm, const AttentionTile& tile,
                                      const AttentionOptions& options);

// Unscaled scores become weights again, dweights the gradient of the scores; both in place.
[[nodiscard]] ScoreGradients softmaxTileBackward(at::Tensor scores_GQm, at::Tensor dweights_GQm,
                                                 const at::Tensor& lse_GQ1, const at::Tensor& delta_GQ1,
                                                 const AttentionTile& tile, const AttentionOptions& options);

} // namespace fettle::ops::cpu
