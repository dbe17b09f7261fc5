#pragma once

#include "core/adapter/slot_filler.h"

namespace fettle {

// The base's own values of a tensor of a saved module (core/source/adapters/saved_modules.h), fp32: where it starts; a
// tied head's are the embedding's. Undefined for a tensor of another kind. Error{BadConfig} for a quantised module.
[[nodiscard]] at::Tensor startOfSaved(const std::vector<std::string>& names, const CausalLM& base,
                                      const std::string& tensor);

// Puts the tensors of saved modules into the slots that replace the base's.
void fillSaved(const std::vector<std::string>& names, const TensorsByName& tensors, const SlotBase& base, Slots& slots);

} // namespace fettle
