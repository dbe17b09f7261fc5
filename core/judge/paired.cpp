#include "core/judge/paired.h"

#include "core/base/split_mix.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

namespace fettle {

namespace {

constexpr std::size_t kDraws = 4000, kTail = kDraws / 40; // 2.5 % on either side

double meanOf(std::span<const double> values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

// Means of as many rows, drawn with repetition.
std::vector<double> drawnMeans(const std::vector<double>& differences) {
    std::vector<double> means(kDraws);
    std::uint64_t state = 0;
    for (double& mean : means) {
        double sum = 0;
        for (std::size_t i = 0; i < differences.size(); ++i)
            sum += differences[splitMix64(state += kSplitMixStep) % differences.size()];
        mean = sum / static_cast<double>(differences.size());
    }
    std::ranges::sort(means);
    return means;
}

} // namespace

PairedDifference pairedDifference(std::span<const double> base, std::span<const double> tuned) {
    std::vector<double> differences(base.size());
    std::ranges::transform(tuned, base, differences.begin(), std::minus<>());
    PairedDifference result{.count = std::ssize(base), .base = meanOf(base), .tuned = meanOf(tuned)};
    result.mean = meanOf(differences);
    if (differences.size() < 2) {
        result.low = -std::numeric_limits<double>::infinity();
        result.high = -result.low;
        return result;
    }
    const std::vector<double> means = drawnMeans(differences);
    result.low = means[kTail];
    result.high = means[kDraws - 1 - kTail];
    return result;
}

Verdict verdictOf(const PairedDifference& difference, bool isHigherBetter) {
    const bool isHigher = difference.low > 0, isLower = difference.high < 0;
    if (!isHigher && !isLower) return Verdict::NoDifferenceShown;
    return isHigher == isHigherBetter ? Verdict::Better : Verdict::Worse;
}

std::string_view verdictName(Verdict verdict) {
    switch (verdict) {
    case Verdict::Better:
        return "better";
    case Verdict::Worse:
        return "worse";
    case Verdict::NoDifferenceShown:
        break;
    }
    return "no_difference_shown";
}

Json toJson(const PairedDifference& difference) {
    const auto known = [](double bound) { return std::isfinite(bound) ? Json(bound) : Json(); };
    return {{"difference", difference.mean}, {"low", known(difference.low)}, {"high", known(difference.high)}};
}

} // namespace fettle
