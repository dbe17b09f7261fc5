#pragma once

#include "core/config/optimizer_kinds.h"

#include <cstdint>
#include <string>
#include <vector>

namespace fettle {

// Whether an optimizer in 8 bits keeps fp32 states of a tensor: below 4096 elements (bitsandbytes' min_8bit_size), and
// of embeddings (transformers' Trainer).
[[nodiscard]] bool keepsWideState(const std::string& name, std::int64_t elements);

// Whether Muon steps such a tensor by itself: a matrix, and neither embedding nor head.
[[nodiscard]] bool takesMuon(const std::string& name, const std::vector<std::int64_t>& shape);

// Bytes of state that the optimizer keeps of a trained tensor.
[[nodiscard]] std::uint64_t optimizerStateBytes(const OptimizerKind& kind, const std::string& name,
                                                const std::vector<std::int64_t>& shape);

} // namespace fettle
