#include "core/generate/sampling.h"

#include "core/base/split_mix.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <set>

namespace fettle {

namespace {

constexpr float kRemoved = -std::numeric_limits<float>::infinity();

void penalizeRepetition(std::vector<float>& logits, std::span<const TokenId> history, double penalty) {
    const auto factor = static_cast<float>(penalty);
    for (const TokenId id : std::set<TokenId>(history.begin(), history.end())) {
        float& logit = logits[static_cast<std::size_t>(id)];
        logit = logit < 0 ? logit * factor : logit / factor;
    }
}

void keepTopK(std::vector<float>& logits, std::int64_t k) {
    if (k <= 0 || k >= std::ssize(logits)) return;
    std::vector<float> sorted = logits;
    std::nth_element(sorted.begin(), sorted.begin() + (k - 1), sorted.end(), std::greater<>());
    const float least = sorted[static_cast<std::size_t>(k - 1)];
    for (float& logit : logits)
        if (logit < least) logit = kRemoved;
}

std::vector<float> softmax(const std::vector<float>& logits) {
    const float top = *std::max_element(logits.begin(), logits.end());
    std::vector<float> probabilities(logits.size());
    double total = 0;
    for (std::size_t i = 0; i < logits.size(); ++i) {
        probabilities[i] = std::exp(logits[i] - top);
        total += probabilities[i];
    }
    for (float& p : probabilities)
        p = static_cast<float>(p / total);
    return probabilities;
}

// Ids from the least likely on, among those that are still in.
std::vector<std::size_t> ascending(const std::vector<float>& logits) {
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < logits.size(); ++i)
        if (logits[i] != kRemoved) order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return logits[a] < logits[b]; });
    return order;
}

void keepTopP(std::vector<float>& logits, double topP) {
    if (topP >= 1) return;
    const std::vector<float> probabilities = softmax(logits);
    const std::vector<std::size_t> order = ascending(logits);
    double below = 0;
    for (std::size_t i = 0; i + 1 < order.size(); ++i) { // the likeliest always stays
        below += probabilities[order[i]];
        if (below > 1 - topP) return;
        logits[order[i]] = kRemoved;
    }
}

void keepMinP(std::vector<float>& logits, double minP) {
    if (minP <= 0) return;
    const std::vector<float> probabilities = softmax(logits);
    const double least = minP * *std::max_element(probabilities.begin(), probabilities.end());
    for (std::size_t i = 0; i < logits.size(); ++i)
        if (probabilities[i] < least) logits[i] = kRemoved;
}

// The step-th number of SplitMix64 from `seed`, as a number in [0, 1).
double uniform(std::uint64_t seed, std::uint64_t step) {
    return static_cast<double>(splitMix64(seed + step * kSplitMixStep) >> 11) * 0x1.0p-53;
}

} // namespace

std::vector<float> processLogits(std::vector<float> logits, std::span<const TokenId> history,
                                 const SamplingConfig& config) {
    if (config.repetitionPenalty != 1) penalizeRepetition(logits, history, config.repetitionPenalty);
    if (config.temperature == 0) return logits;
    for (float& logit : logits)
        logit /= static_cast<float>(config.temperature);
    keepTopK(logits, config.topK);
    keepTopP(logits, config.topP);
    keepMinP(logits, config.minP);
    return logits;
}

TokenId chooseToken(const std::vector<float>& processed, const SamplingConfig& config, std::uint64_t step) {
    const auto best = std::max_element(processed.begin(), processed.end()) - processed.begin();
    if (config.temperature == 0) return static_cast<TokenId>(best);
    const std::vector<float> probabilities = softmax(processed);
    double left = uniform(config.seed, step);
    for (std::size_t i = 0; i < probabilities.size(); ++i) {
        left -= probabilities[i];
        if (left < 0 && probabilities[i] > 0) return static_cast<TokenId>(i);
    }
    return static_cast<TokenId>(best); // the sum fell short of 1 by rounding
}

std::vector<LikelyToken> likeliest(std::span<const float> logProbs, std::int64_t k) {
    if (k <= 0) return {};
    std::vector<TokenId> order(logProbs.size());
    std::iota(order.begin(), order.end(), 0);
    const auto count = std::min<std::int64_t>(k, std::ssize(logProbs));
    std::partial_sort(order.begin(), order.begin() + count, order.end(), [&](TokenId a, TokenId b) {
        const float left = logProbs[static_cast<std::size_t>(a)], right = logProbs[static_cast<std::size_t>(b)];
        return left != right ? left > right : a < b;
    });
    std::vector<LikelyToken> top;
    for (std::int64_t i = 0; i < count; ++i) {
        const TokenId id = order[static_cast<std::size_t>(i)];
        top.push_back({id, logProbs[static_cast<std::size_t>(id)]});
    }
    return top;
}

} // namespace fettle
