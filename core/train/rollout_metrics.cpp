#include "core/train/rollout_metrics.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace fettle {

namespace {

double mean(const std::vector<double>& values) {
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

double deviation(const std::vector<double>& values) {
    if (values.size() < 2) return 0;
    const double middle = mean(values);
    double squares = 0;
    for (const double value : values)
        squares += (value - middle) * (value - middle);
    return std::sqrt(squares / static_cast<double>(values.size() - 1));
}

void addLengths(std::map<std::string, double>& metrics, std::span<const DrawnAnswer> answers) {
    std::vector<double> lengths;
    for (const DrawnAnswer& answer : answers)
        lengths.push_back(static_cast<double>(answer.ids.size()));
    const auto cut = std::ranges::count_if(answers, [](const DrawnAnswer& answer) { return !answer.isWhole; });
    metrics["completions/mean_length"] = mean(lengths);
    metrics["completions/min_length"] = *std::ranges::min_element(lengths);
    metrics["completions/max_length"] = *std::ranges::max_element(lengths);
    metrics["completions/clipped_ratio"] = static_cast<double>(cut) / static_cast<double>(answers.size());
}

} // namespace

EarnedRewards earnedBy(std::span<const DrawnAnswer> answers, std::span<const Reward> rewards) {
    EarnedRewards earned{.total = std::vector<double>(answers.size())};
    for (const Reward& reward : rewards) {
        std::vector<double> points = reward.judge(answers);
        for (std::size_t i = 0; i < points.size(); ++i)
            earned.total[i] += reward.weight * points[i];
        earned.byReward.emplace_back(reward.name, std::move(points));
    }
    return earned;
}

std::map<std::string, double> metricsOf(std::span<const DrawnAnswer> answers, const EarnedRewards& earned) {
    std::map<std::string, double> metrics = {{"reward", mean(earned.total)}, {"reward_std", deviation(earned.total)}};
    for (const auto& [name, points] : earned.byReward)
        metrics["rewards/" + name + "/mean"] = mean(points);
    addLengths(metrics, answers);
    return metrics;
}

} // namespace fettle
