#pragma once

#include "core/data/example.h"

namespace fettle {

// Each pair as two judged rows, its better answer and its worse one; other rows stay as they are. In the order of TRL
// (trl/data_utils.py, unpair_preference_dataset): of each 1000 rows first the better answers, then the worse ones.
// hasTemplate: transcripts become conversations (tokenizeExample).
[[nodiscard]] std::vector<Example> unpaired(std::vector<Example> rows, bool hasTemplate);

} // namespace fettle
