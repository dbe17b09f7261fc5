#pragma once

#include "core/generate/generation.h"

namespace fettle {

// log p(ids[t] | ids[0..t-1]) for t >= 1 of each sequence, all in one batch, in fp32 [length - 1 each].
// Error{NonFinite} where one is no number.
[[nodiscard]] std::vector<at::Tensor> scoreSequences(const CausalLM& model,
                                                     const std::vector<std::vector<TokenId>>& sequences,
                                                     const AdapterSet& adapters, at::ScalarType compute);

// A reward model's score of each sequence, in one batch, read where transformers reads it (core/text/scored_token.h).
// Error{BadUsage} for a model that is none; Error{NonFinite}.
[[nodiscard]] std::vector<double> rewardsOf(const CausalLM& model, const std::vector<std::vector<TokenId>>& sequences,
                                            const AdapterSet& adapters, at::ScalarType compute);

} // namespace fettle
