#pragma once

#include "core/data/dataset.h"

namespace fettle {

// KTO's mismatched rows (trl/trainer/kto_trainer.py, add_kl_completion_ids): of each `group` rows in turn, every row
// gets the answer of the row before it as a second one, the first row that of the last. Cut so that prompt and answer
// keep within maxLength. The rows have one answer each.
void addKlAnswers(TokenizedSet& set, std::int64_t group, std::int64_t maxLength);

} // namespace fettle
