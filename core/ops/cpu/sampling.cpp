#include "core/ops/cpu/sampling.h"

#include "core/ops/cpu/row_kernels.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>
#include <numeric>
#include <set>

namespace fettle::ops::cpu {

namespace {

constexpr float kRemoved = -std::numeric_limits<float>::infinity();

void penalizeRepetition(std::span<float> logits, const SamplingRow& row) {
    const auto factor = static_cast<float>(row.repetitionPenalty);
    for (const std::int32_t id : std::set<std::int32_t>(row.seen.begin(), row.seen.end())) {
        float& logit = logits[static_cast<std::size_t>(id)];
        logit = logit < 0 ? logit * factor : logit / factor;
    }
}

void keepTopK(std::span<float> logits, std::int64_t k) {
    if (k <= 0 || k >= std::ssize(logits)) return;
    std::vector<float> sorted(logits.begin(), logits.end());
    std::nth_element(sorted.begin(), sorted.begin() + (k - 1), sorted.end(), std::greater<>());
    const float least = sorted[static_cast<std::size_t>(k - 1)];
    for (float& logit : logits)
        if (logit < least) logit = kRemoved;
}

std::vector<float> softmax(std::span<const float> logits) {
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

// Probabilities of one eighth of an octave have these bits in common; more bits are a larger probability.
constexpr int kSharedBits = 20;

constexpr std::size_t bucketOf(float probability) {
    return std::bit_cast<std::uint32_t>(probability) >> kSharedBits;
}

// Removes from the least likely on while those removed have 1 - topP together; the likeliest always stays. Only the
// bucket in which the sum gets there is sorted.
void keepTopP(std::span<float> logits, double topP) {
    if (topP >= 1) return;
    const std::vector<float> probabilities = softmax(logits);
    std::array<double, bucketOf(1.0F) + 1> mass{};
    for (const float p : probabilities)
        mass[bucketOf(p)] += p;
    std::size_t edge = 0;
    double below = 0;
    const std::size_t last = bucketOf(*std::max_element(probabilities.begin(), probabilities.end()));
    while (edge < last && below + mass[edge] <= 1 - topP)
        below += mass[edge++];
    std::vector<std::size_t> atEdge;
    for (std::size_t i = 0; i < logits.size(); ++i) {
        if (bucketOf(probabilities[i]) < edge) logits[i] = kRemoved;
        if (bucketOf(probabilities[i]) == edge) atEdge.push_back(i);
    }
    std::stable_sort(atEdge.begin(), atEdge.end(), [&](std::size_t a, std::size_t b) { return logits[a] < logits[b]; });
    if (edge == last) atEdge.pop_back();
    for (const std::size_t i : atEdge) {
        below += probabilities[i];
        if (below > 1 - topP) return;
        logits[i] = kRemoved;
    }
}

void keepMinP(std::span<float> logits, double minP) {
    if (minP <= 0) return;
    const std::vector<float> probabilities = softmax(logits);
    const double least = minP * *std::max_element(probabilities.begin(), probabilities.end());
    for (std::size_t i = 0; i < logits.size(); ++i)
        if (probabilities[i] < least) logits[i] = kRemoved;
}

std::int64_t draw(std::span<const float> processed, const SamplingRow& row) {
    const auto best = std::max_element(processed.begin(), processed.end()) - processed.begin();
    if (row.temperature == 0) return best;
    const std::vector<float> probabilities = softmax(processed);
    double left = row.uniform;
    for (std::size_t i = 0; i < probabilities.size(); ++i) {
        left -= probabilities[i];
        if (left < 0 && probabilities[i] > 0) return static_cast<std::int64_t>(i);
    }
    return best; // the sum fell short of 1 by rounding
}

std::vector<LikelyId> likeliest(std::span<const float> logits, float normaliser, std::int64_t k) {
    if (k <= 0) return {};
    std::vector<std::int64_t> order(logits.size());
    std::iota(order.begin(), order.end(), 0);
    const auto count = std::min<std::int64_t>(k, std::ssize(logits));
    std::partial_sort(order.begin(), order.begin() + count, order.end(), [&](std::int64_t a, std::int64_t b) {
        const float left = logits[static_cast<std::size_t>(a)], right = logits[static_cast<std::size_t>(b)];
        return left != right ? left > right : a < b;
    });
    std::vector<LikelyId> top;
    for (std::int64_t i = 0; i < count; ++i) {
        const std::int64_t id = order[static_cast<std::size_t>(i)];
        top.push_back({id, logits[static_cast<std::size_t>(id)] - normaliser});
    }
    return top;
}

bool areFinite(std::span<const float> logits) {
    bool isFinite = true; // one pass without a way out, which the compiler makes wide
    for (const float logit : logits)
        isFinite &= std::abs(logit) <= std::numeric_limits<float>::max();
    return isFinite;
}

Sampled sample(std::span<const float> logits, const SamplingRow& row) {
    if (!areFinite(logits)) return {.isFinite = false};
    std::vector<float> processed(logits.begin(), logits.end());
    processLogits(processed, row);
    const std::int64_t id = draw(processed, row);
    const float normaliser = kernels().fp32.logitStats(logits.data(), 0, std::ssize(logits)).logSumExp;
    return {.id = id,
            .logProb = logits[static_cast<std::size_t>(id)] - normaliser,
            .likeliest = likeliest(logits, normaliser, row.likeliest)};
}

} // namespace

void processLogits(std::span<float> logits, const SamplingRow& row) {
    const auto known = std::min<std::size_t>(logits.size(), static_cast<std::size_t>(row.knownIds));
    std::fill(logits.begin() + static_cast<std::ptrdiff_t>(known), logits.end(), kRemoved);
    if (row.repetitionPenalty != 1) penalizeRepetition(logits, row);
    if (row.temperature == 0) return;
    for (float& logit : logits)
        logit /= static_cast<float>(row.temperature);
    keepTopK(logits, row.topK);
    keepTopP(logits, row.topP);
    keepMinP(logits, row.minP);
}

std::vector<Sampled> sampleTokens(const at::Tensor& logits_SV, const std::vector<SamplingRow>& rows) {
    const at::Tensor wide = logits_SV.to(at::kFloat).contiguous();
    const auto width = static_cast<std::size_t>(wide.size(1));
    const float* data = wide.const_data_ptr<float>();
    std::vector<Sampled> result;
    for (std::size_t s = 0; s < rows.size(); ++s)
        result.push_back(sample({data + s * width, width}, rows[s]));
    return result;
}

} // namespace fettle::ops::cpu
