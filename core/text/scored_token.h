#pragma once

#include "core/text/tokenizer.h"

namespace fettle {

// What fills up the texts of a reward model: the pad token, else EOS (trl/trainer/reward_trainer.py).
[[nodiscard]] std::optional<TokenId> paddingIdOf(const Tokenizer& tokenizer);

// The place of the token at which a reward model's score is read: the last that is not padding, 0 where all are
// (transformers modeling_layers.py, GenericForSequenceClassification). `ids` holds at least one.
[[nodiscard]] std::size_t scoredToken(std::span<const TokenId> ids, std::optional<TokenId> padding);

} // namespace fettle
