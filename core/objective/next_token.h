#pragma once

#include "core/objective/objective.h"

namespace fettle {

// Cross-entropy of the trained tokens, summed; the window divides by their number (algorithms.md 1.6: TRL's `nll` with
// num_items_in_batch counted on labels[:, 1:]).
class NextToken : public Objective {
public:
    [[nodiscard]] double weightOf(const MicroBatch& batch) const override;
    [[nodiscard]] ObjectiveResult evaluate(const ModelCall& call, const MicroBatch& batch) const override;
};

} // namespace fettle
