#pragma once

#include "app/engine/model_options.h"
#include "core/data/example.h"

#include <cstdint>
#include <string>
#include <vector>

namespace fettle::engine {

// A row of `score`: ids, and which of them count in sum and mean (the first never does: nothing predicts it).
struct ScoreRow {
    std::vector<TokenId> ids;
    std::vector<std::uint8_t> counted;
};

// input_ids (taken as they are), text (with the tokenizer's special tokens), messages, or prompt + completion (only
// what training would train). Error{BadDataset} naming the line.
[[nodiscard]] ScoreRow toScoreRow(const Json& row, const RowOrigin& origin, const OpenModel& model);

} // namespace fettle::engine
