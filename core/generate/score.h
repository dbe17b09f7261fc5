#pragma once

#include "core/generate/generation.h"

namespace fettle {

// log p(ids[t] | ids[0..t-1]) for t >= 1 of each sequence, all in one batch, in fp32 [length - 1 each].
// Error{NonFinite} where one is no number.
[[nodiscard]] std::vector<at::Tensor> scoreSequences(const CausalLM& model,
                                                     const std::vector<std::vector<TokenId>>& sequences,
                                                     const AdapterSet& adapters, at::ScalarType compute);

} // namespace fettle
