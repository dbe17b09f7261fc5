#pragma once

#include "core/plan/memory.h"

namespace fettle {

// What each choice of compute type, weight type, quantisation, optimizer and checkpointing would take, for the form
// that offers them.
[[nodiscard]] std::vector<ChoiceCost> choiceCosts(const RunConfig& config, const Architecture& architecture,
                                                  const MemoryInputs& inputs);

} // namespace fettle
