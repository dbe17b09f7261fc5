#pragma once

#include "core/text/tokenizer.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fettle {

// The parts of a tokenizer.model that its ids depend on (sentencepiece/src/sentencepiece_model.proto).
struct SentencePieceModel {
    enum class Kind { Normal = 1, Unknown = 2, Control = 3, UserDefined = 4, Unused = 5, Byte = 6 };
    struct Piece {
        std::string text;
        float score = 0;
        Kind kind = Kind::Normal;
    };
    std::vector<Piece> pieces;                            // by id
    bool isUnigram = true;                                // else byte-pair encoding
    std::int64_t unknown = 0, bos = 1, eos = 2, pad = -1; // ids; -1: none
    bool addsSpacePrefix = true, removesExtraSpaces = true;
    std::string characterMap; // precompiled; empty: texts stay as they are
};

// Error{BadTokenizer} for bytes that hold no pieces.
[[nodiscard]] SentencePieceModel parseSentencePieceModel(std::string_view file);
// A file that the SentencePiece library loads.
[[nodiscard]] std::string serialized(const SentencePieceModel& model);

} // namespace fettle
