#pragma once

#include "core/ops/linear_weight.h"
#include "core/ops/token_rows.h"

namespace fettle::ops {

// The output head of a model: logits = hidden W^T, soft-capped where the model is, and divided by the temperature.
struct Head {
    LinearWeight weight;
    double softCap = 0; // 0: none; else logits become cap tanh(logit / cap) (Gemma 2, arXiv:2408.00118)
    double temperature = 1;
    TokenRows rows = {}; // instead of the weight's own
};

} // namespace fettle::ops
