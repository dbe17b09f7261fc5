#include "core/ops/reference/reference.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace fettle::ops::reference {

namespace {

constexpr double kOut = -std::numeric_limits<double>::infinity();

double logSumExp(const std::vector<double>& logits) {
    const double top = *std::max_element(logits.begin(), logits.end());
    return top + std::log(std::accumulate(logits.begin(), logits.end(), 0.0,
                                          [top](double sum, double logit) { return sum + std::exp(logit - top); }));
}

double probability(const std::vector<double>& logits, std::size_t id) {
    return std::exp(logits[id] - logSumExp(logits));
}

std::vector<std::size_t> ascending(const std::vector<double>& logits) {
    std::vector<std::size_t> order(logits.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return logits[a] < logits[b]; });
    return order;
}

void warp(std::vector<double>& z, const SamplingRow& row) {
    for (double& logit : z)
        logit /= row.temperature;
    const std::vector<std::size_t> order = ascending(z);
    const auto k = static_cast<std::size_t>(row.topK);
    if (k > 0 && k < z.size()) {
        const double least = z[order[z.size() - k]];
        std::replace_if(
            z.begin(), z.end(), [least](double logit) { return logit < least; }, kOut);
    }
    if (row.topP < 1) {
        const std::vector<double> before = z;
        double below = 0;
        for (std::size_t i = 0; i + 1 < order.size() && (below += probability(before, order[i])) <= 1 - row.topP; ++i)
            z[order[i]] = kOut;
    }
    const std::vector<double> before = z;
    for (std::size_t id = 0; id < z.size(); ++id)
        if (probability(before, id) < row.minP * probability(before, order.back())) z[id] = kOut;
}

std::size_t chosen(const std::vector<double>& logits, const SamplingRow& row) {
    std::vector<double> z = logits;
    std::fill(z.begin() + row.knownIds, z.end(), kOut);
    for (std::size_t id = 0; id < z.size(); ++id)
        if (std::count(row.seen.begin(), row.seen.end(), static_cast<std::int32_t>(id)) > 0)
            z[id] = z[id] < 0 ? z[id] * row.repetitionPenalty : z[id] / row.repetitionPenalty;
    const auto best = static_cast<std::size_t>(std::max_element(z.begin(), z.end()) - z.begin());
    if (row.temperature == 0) return best;
    warp(z, row);
    double sum = 0;
    for (std::size_t id = 0; id < z.size(); ++id)
        if ((sum += probability(z, id)) > row.uniform) return id;
    return best;
}

} // namespace

std::vector<Sampled> sampleTokens(const at::Tensor& logits_SV, const std::vector<SamplingRow>& rows) {
    std::vector<Sampled> result;
    for (std::size_t s = 0; s < rows.size(); ++s) {
        const at::Tensor row_V = logits_SV[static_cast<std::int64_t>(s)].to(at::kDouble).contiguous();
        const std::vector<double> logits(row_V.const_data_ptr<double>(),
                                         row_V.const_data_ptr<double>() + row_V.numel());
        const std::size_t id = chosen(logits, rows[s]);
        Sampled sampled{.id = static_cast<std::int64_t>(id), .logProb = logits[id] - logSumExp(logits)};
        std::vector<std::size_t> order = ascending(logits);
        std::reverse(order.begin(), order.end());
        for (std::size_t i = 0; i < static_cast<std::size_t>(rows[s].likeliest); ++i)
            sampled.likeliest.push_back({static_cast<std::int64_t>(order[i]), logits[order[i]] - logSumExp(logits)});
        result.push_back(std::move(sampled));
    }
    return result;
}

} // namespace fettle::ops::reference
