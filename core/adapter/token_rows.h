#pragma once

#include "core/adapter/slot_filler.h"

namespace fettle {

// The tokens whose rows are trained, int64 [K].
[[nodiscard]] at::Tensor tokenRowIds(const LoraConfig& lora, const at::Device& device);

// The base's own rows of the tokens whose rows are trained (core/source/adapters/token_rows.h), fp32: where they start.
// Undefined for a tensor of another kind.
[[nodiscard]] at::Tensor startOfTokenRows(const AdapterConfig& config, const CausalLM& base, const std::string& tensor);

// Puts them into the slots of embedding and head; a tied head has the embedding's.
void fillTokenRows(const AdapterConfig& config, const TensorsByName& tensors, const SlotBase& base, Slots& slots);

} // namespace fettle
