#pragma once

#include "core/config/run_config.h"
#include "core/data/example.h"

#include <vector>

namespace fettle {

// Rows drawn by the seed, the same on every machine; what is left and what is taken keep their order. Examples of one
// row of a file (the conversations of one tree) stay together, so that neither side knows parts of the other.

// Moves `share` of the rows out, at least one of two.
[[nodiscard]] std::vector<Example> splitOff(std::vector<Example>& rows, double share, std::int64_t seed);

// Leaves `share` of the rows, at least one; a smaller share is part of a larger one.
void keepShare(std::vector<Example>& rows, double share, std::int64_t seed);

// The rows of each of `files` (Example::file) as often as its weight says: 0.5 draws half of them, 2.5 has each one
// twice, and half of them a third time. The rows must be in the order of the files.
[[nodiscard]] std::vector<Example> weighed(std::vector<Example> rows, const std::vector<DataFileConfig>& files,
                                           std::int64_t seed);

} // namespace fettle
