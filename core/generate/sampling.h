#pragma once

#include "core/config/sampling_config.h"
#include "core/generate/generation.h"

#include <span>
#include <vector>

namespace fettle {

// Logits of one step as transformers' processors and warpers leave them, in their order: repetition penalty,
// temperature, top-k, top-p, min-p (generation/logits_process.py). Removed tokens are -inf. `history` holds every id
// seen so far, the prompt included; temperature 0 leaves out the warpers.
[[nodiscard]] std::vector<float> processLogits(std::vector<float> logits, std::span<const TokenId> history,
                                               const SamplingConfig& config);

// The next token from processed logits: the likeliest (the lowest id of equals) at temperature 0, else drawn by inverse
// transform with a number that is a function of seed and step alone.
[[nodiscard]] TokenId chooseToken(const std::vector<float>& processed, const SamplingConfig& config,
                                  std::uint64_t step);

// The k likeliest tokens of a row of log-probabilities, likeliest first.
[[nodiscard]] std::vector<LikelyToken> likeliest(std::span<const float> logProbs, std::int64_t k);

} // namespace fettle
