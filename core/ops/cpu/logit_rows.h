#pragma once

#include "core/ops/cpu/rows.h"

namespace fettle::ops::cpu {

struct LogitFigures {
    at::Tensor logProb_C, entropy_C, hit_C, meanLogit_C; // written; hit is bool, the others fp32
};

// Of each row of logits and its target. Leaves the probabilities in `logits_CV` where they are wanted.
void logitRows(at::Tensor& logits_CV, const at::Tensor& tokens_C1, bool wantsProbabilities, LogitFigures figures);

// logits become g (onehot - p).
void logitGradientRows(at::Tensor& logits_CV, const at::Tensor& tokens_C1, const at::Tensor& g_C1);

} // namespace fettle::ops::cpu
