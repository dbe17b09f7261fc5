#pragma once

#include <ATen/ATen.h>

#include <memory>
#include <optional>
#include <vector>

namespace fettle {

// What an adapter may put beside a Linear: A [r, in] and B [out, r] in fp32.
struct LowRankSlot {
    at::Tensor A, B;
    double scale = 1;
    double dropout = 0;
};

// The slots of one adapter, by the index of the Linear in CausalLM::linears().
struct Slots {
    std::vector<std::optional<LowRankSlot>> lowRank;
};

// One adapter as a call uses it. `strengths` multiplies its update: one value for all sequences, or one per sequence.
struct AdapterUse {
    std::shared_ptr<const Slots> slots;
    std::vector<double> strengths = {1.0};
};
using AdapterSet = std::vector<AdapterUse>; // empty: the base model; several: their updates add up

} // namespace fettle
