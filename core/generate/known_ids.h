#pragma once

#include "core/model/causal_lm.h"
#include "core/text/tokenizer.h"

#include <span>

namespace fettle {

// Error{BadUsage} naming the first id for which the model's vocabulary matrix has no row, with its token where the
// tokenizer knows one.
void refuseUnknownIds(std::span<const TokenId> ids, const CausalLM& model, const Tokenizer& tokenizer);

} // namespace fettle
