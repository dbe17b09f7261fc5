#pragma once

#include "core/ops/head.h"

#include <ATen/ATen.h>

namespace fettle::ops {

// Which token each hidden row shall predict; a row may have several targets (answers that share a prompt).
struct TargetTokens {
    at::Tensor rows_T;   // int64, row of the hidden states
    at::Tensor tokens_T; // int64
};

struct TokenLogProbs {
    at::Tensor logProb_T;   // fp32, differentiable
    at::Tensor entropy_T;   // fp32 nats, detached: -sum p ln p
    at::Tensor hit_T;       // bool, detached: the target is the likeliest token
    at::Tensor meanLogit_T; // fp32, detached
};

// log softmax(logits)[target] with the head's logits [V] at its temperature, in chunks of targets: never holds all
// logits. Logits in the compute type, reductions in fp32. Gradients flow to the hidden states and to a trained head or
// to the rows in place of a frozen one's.
[[nodiscard]] TokenLogProbs tokenLogProb(const at::Tensor& hidden_ND, const Head& head, const TargetTokens& targets,
                                         at::ScalarType compute, std::int64_t chunk = 256);

} // namespace fettle::ops
