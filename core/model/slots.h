#pragma once

#include "core/ops/activation.h"
#include "core/ops/linear_weight.h"
#include "core/ops/token_rows.h"

#include <ATen/ATen.h>

#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace fettle {

// A [r, in] and B [out, r] in fp32 beside a Linear (LoRA, arXiv:2106.09685).
struct LowRankSlot {
    at::Tensor A, B;
    double scale = 1; // alpha / r
    double dropout = 0;
    at::Tensor magnitude;      // [out] fp32: the rows of W + scale B A get these lengths (DoRA, arXiv:2402.09353)
    at::Tensor startA, startB; // frozen: what the pair took out of W, which so becomes W - scale B0 A0 (PiSSA)
};

// What an adapter may put on a Linear.
struct LinearSlot {
    std::optional<LowRankSlot> lowRank;
    at::Tensor scaleIn, scaleOut;              // [in], [out] fp32 factors (IA3, arXiv:2205.05638)
    std::optional<ops::LinearWeight> replaced; // instead of the base's matrix and bias
};

// Weight and bias of a norm, fp32.
struct NormSlot {
    at::Tensor weight, bias; // [D]; bias undefined where the norm has none
};

// h + scale up(act(down(x))) (arXiv:1902.00751; beside a block: arXiv:2110.04366). All fp32.
struct BottleneckSlot {
    at::Tensor down, downBias; // [b, D], [b]
    at::Tensor up, upBias;     // [D, b], [D]
    ops::Activation activation = ops::Activation::Silu;
    double scale = 1;
};

// What an adapter may put into a decoder layer.
struct LayerSlots {
    std::optional<BottleneckSlot> afterAttention, afterMlp; // x is the block's result h
    std::optional<BottleneckSlot> besideMlp;                // x is the residual stream that enters the block
    at::Tensor prefixKeys, prefixValues; // [P, kvHeads, headDim] before every sequence, keys as they are (not turned)
};

// The slots of one adapter. Empty lists where a kind has none.
struct Slots {
    std::vector<LinearSlot> linears; // by the index of the Linear in CausalLM::linears()
    std::vector<LayerSlots> layers;
    at::Tensor inputVectors; // [V, D] fp32 before the first token of every sequence
    // Instead of the base's own modules; each may be absent.
    std::optional<at::Tensor> embedding, positions; // [V, D], [maxPositions, D] fp32
    std::vector<std::optional<NormSlot>> norms;     // in the order of the module table; empty: none
    std::optional<ops::LinearWeight> head;
    ops::TokenRows embeddingRows, headRows; // of some tokens, instead of the rows of whichever matrix counts
    // The slots of one call, where a network makes their rows anew of other leaves (P-tuning, arXiv:2103.10385); then
    // these have none. Empty: they are complete.
    std::function<std::shared_ptr<const Slots>()> encode;
};

// One adapter as a call uses it. `strengths` multiplies its update: one value for all sequences, or one per sequence.
// A module that stands instead of the base's goes from that (0) to itself (1) in a straight line. Prefixes and input
// vectors know only 0 and 1.
struct AdapterUse {
    std::shared_ptr<const Slots> slots;
    std::vector<double> strengths = {1.0};
};
using AdapterSet = std::vector<AdapterUse>; // empty: the base model; several: their updates add up

} // namespace fettle
