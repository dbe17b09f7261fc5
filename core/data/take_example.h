#pragma once

#include "core/data/dataset.h"

#include <memory>

namespace fettle {

// An example as a run takes it.
struct TakenExample {
    TokenizedExample row;                // cut to the rules' maxLength; without answers where nothing can be learned
    std::unique_ptr<RowProblem> problem; // why it was dropped or cut
    std::int64_t length = -1;            // tokens of prompt and longest answer, before cutting; -1: cannot be tokenised
    std::int64_t targets = 0;            // tokens that are learned
    bool isCut = false;

    [[nodiscard]] bool isUsed() const { return !row.answers.empty(); }
};

// Error{BadTemplate} for a conversation without a template.
[[nodiscard]] TakenExample takeExample(const Example& example, const TokenizeRules& rules);

} // namespace fettle
