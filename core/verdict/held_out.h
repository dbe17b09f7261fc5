#pragma once

#include "core/data/dataset.h"

#include <string>
#include <vector>

namespace fettle {

// A row that the run did not learn from, as it is asked: what stands before its first target, and the answer after it.
struct HeldOut {
    std::vector<TokenId> prompt;
    Answer sequence;                // of the whole row: its first answer, which of a pair is the chosen one
    std::string question, expected; // prompt and first trained span as texts, without special tokens
    RowOrigin origin;
};

// `count` of the rows that can be asked (all where there are fewer), drawn without repetition by the seed alone, in the
// order of the file. Rows of plain text have no prompt: they are there for their loss, and `expected` is empty.
[[nodiscard]] std::vector<HeldOut> heldOutRows(const TokenizedSet& set, const Tokenizer& tokenizer, std::size_t count,
                                               std::uint64_t seed);

// Each line of a text file as a document: text unlike the data, for what was forgotten.
[[nodiscard]] std::vector<HeldOut> probeRows(const std::string& text, const Tokenizer& tokenizer,
                                             std::int64_t maxLength);

} // namespace fettle
