#pragma once

#include "core/adapter/adapter.h"
#include "core/base/json.h"

#include <string>

namespace fettle {

// Weight [out, in] of a Linear as the base has it, on the CPU, whichever way round it is stored. Error{BadUsage} for a
// module that the model does not have.
[[nodiscard]] at::Tensor baseWeight(const CausalLM& model, const std::string& module);

// What an adapter does to one Linear, by the slots that it fills: "rank", "scale" and "singular_values" of a low-rank
// pair, the range of factors, and "update_norm", "base_norm", "ratio" (Frobenius, float64) of merged - base.
[[nodiscard]] Json linearEffect(const Adapter& adapter, const CausalLM& model, std::size_t linear);

// What it trained whole beside the Linear modules: "update_norm", "base_norm", "ratio" of W' - W.
[[nodiscard]] Json savedEffects(const Adapter& adapter, const CausalLM& model);

// What it adds inside the layers: bottlenecks ("rank", "scale", "singular_values" of scale * up down, without the
// function between them) and prefixes ("tokens", "key_norm", "value_norm").
[[nodiscard]] Json layerEffects(const Adapter& adapter);

} // namespace fettle
