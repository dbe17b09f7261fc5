#pragma once

#include "core/data/batches.h"

#include <vector>

namespace fettle {

// Every row once, in order, in batches of the run's size.
[[nodiscard]] std::vector<MicroBatch> evaluationBatches(std::span<const TokenizedExample> rows, RunConfig config);

} // namespace fettle
