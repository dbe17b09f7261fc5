#pragma once

#include "core/plan/memory.h"

namespace fettle {

// What would make a run smaller, one change of the configuration each, the least intrusive first: recomputing
// activations, smaller micro-batches, shorter rows, bfloat16, an adapter instead of full tuning. Only those that save.
[[nodiscard]] std::vector<MemorySaving> memorySavings(const RunConfig& config, const Architecture& architecture,
                                                      const MemoryInputs& inputs);

// The savings in words, with those marked that alone let a run of `needed` bytes fit into `available`.
[[nodiscard]] std::string memoryAdvice(const std::vector<MemorySaving>& savings, std::uint64_t needed,
                                       std::uint64_t available);

} // namespace fettle
