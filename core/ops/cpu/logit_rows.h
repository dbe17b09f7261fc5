#pragma once

#include "core/ops/cpu/rows.h"

namespace fettle::ops::cpu {

// As the entries of the table of kernels, in the place of the logits.
[[nodiscard]] at::Tensor logitFigures(at::Tensor logits_CV, const at::Tensor& tokens_C1, bool wantsProbabilities,
                                      LogitFigures figures);
[[nodiscard]] at::Tensor logitGradient(at::Tensor logits_CV, const at::Tensor& tokens_C1, const at::Tensor& g_C1);

} // namespace fettle::ops::cpu
