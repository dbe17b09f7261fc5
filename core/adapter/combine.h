#pragma once

#include "core/adapter/merge.h"

namespace fettle {

// How several LoRAs become one (add_weighted_adapter, peft/tuners/lora/model.py).
enum class Combination {
    Linear, // A and B are sums of the others' times sqrt(weight * scale): as small as one of them, and only roughly
            // their sum
    Cat,    // A below A, B beside B: exactly their sum, with the ranks added up
};

// One adapter with scale 1 that does what these do at their weights; a module that one of them leaves alone counts as
// zeros. Error{BadUsage} for another kind than plain LoRA (DoRA, saved modules), or for ranks that differ where the
// combination is linear.
[[nodiscard]] Adapter combine(const WeightedAdapters& adapters, Combination combination, const CausalLM& base);

} // namespace fettle
