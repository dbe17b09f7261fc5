#pragma once

#include <ATen/ATen.h>

#include <cstdint>
#include <span>
#include <vector>

namespace fettle::ops {

// How the next token of one row is drawn; names and meanings are GenerationConfig's (transformers).
struct SamplingRow {
    double temperature = 1; // 0: the likeliest
    std::int64_t topK = 0;  // 0: off
    double topP = 1, minP = 0, repetitionPenalty = 1;
    std::span<const std::int32_t> seen; // ids that the penalty is for, in any order
    std::int64_t knownIds = 0;          // columns from here on pad the matrix and are never drawn
    double uniform = 0;                 // in [0, 1): where in the distribution the draw lands
    std::int64_t likeliest = 0;         // how many ids to report
};

struct LikelyId {
    std::int64_t id = 0;
    double logProb = 0;
};

struct Sampled {
    std::int64_t id = 0;
    double logProb = 0;              // over all columns, before penalty, temperature and filters
    std::vector<LikelyId> likeliest; // by that, the lowest id of equals first
    bool isFinite = true;            // false: a logit is NaN or infinite, and nothing else here has a meaning
};

// The next token of each row of logits [S, V], by transformers' processors and warpers in their order: repetition
// penalty, temperature, top-k, top-p, min-p (generation/logits_process.py), then by inverse transform over ascending
// ids. At temperature 0 the likeliest after the penalty, the lowest id of equals. Only these figures leave the device,
// in one read.
[[nodiscard]] std::vector<Sampled> sampleTokens(const at::Tensor& logits_SV, const std::vector<SamplingRow>& rows);

} // namespace fettle::ops
