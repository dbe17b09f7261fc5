#pragma once

#include "core/base/json.h"

#include <string>
#include <vector>

namespace sentencepiece {
class SentencePieceProcessor;
}

namespace fettle {

// The tokenizer.json of a SentencePiece BPE model: every split of a piece into two pieces is a merge, ordered by the
// piece's score, then left and right id (transformers/convert_slow_tokenizer.py, generate_merges).
[[nodiscard]] Json tokenizerJsonOf(const sentencepiece::SentencePieceProcessor& model,
                                   const std::vector<std::string>& specialSymbols);

} // namespace fettle
