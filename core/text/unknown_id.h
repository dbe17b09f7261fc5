#pragma once

#include "core/text/tokenizer.h"

namespace fettle {

// A tokenizer may have more tokens than a model's vocabulary matrix has rows, and ids may come from anywhere.

// The first id outside [0, rows).
[[nodiscard]] std::optional<TokenId> firstBeyond(std::span<const TokenId> ids, std::int64_t rows);

// `the token "<extra>" (id 300), and the model has rows for 300 only`
[[nodiscard]] std::string describeBeyond(TokenId id, std::int64_t rows, const Tokenizer& tokenizer);

inline constexpr std::string_view kBeyondHint =
    "Leave the token out, or take the tokenizer that belongs to the model: `fettle tokenize` shows its ids.";

} // namespace fettle
