#pragma once

#include "core/text/word_token.h"

#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace fettle {

// Looked up without making a string of each candidate.
struct PieceHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view piece) const { return std::hash<std::string_view>{}(piece); }
};
using Vocabulary = std::unordered_map<std::string, TokenId, PieceHash, std::equal_to<>>;

// The "model" of a tokenizer.json: cuts a word into tokens.
class WordModel {
public:
    virtual ~WordModel() = default;
    [[nodiscard]] virtual std::vector<WordToken> encode(std::string_view word) const = 0;
    [[nodiscard]] virtual const Vocabulary& vocabulary() const = 0;
};

// "<0x0A>": the token of a byte whose character has none.
[[nodiscard]] std::string byteToken(unsigned char byte);
// Those of all bytes of a character or piece; empty where one is missing.
[[nodiscard]] std::vector<WordToken> byteTokens(std::string_view text, const Vocabulary& vocabulary);

} // namespace fettle
