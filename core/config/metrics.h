#pragma once

#include "core/config/run_config.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace fettle {

enum class MetricUnit {
    Number, // without a unit
    Nats,
    NatsPerToken,
    NatsPerPair,
    LearningRate,
    TokensPerSecond,
    Bytes,
    Share, // 0 to 1
    Epochs,
    Tokens,
};
enum class Better { Lower, Higher, Neither };
enum class MetricPlace { MainChart, SmallChart, Table }; // Table: no chart of its own

// What is known of a figure that a run reports. Nothing else names a property of a metric.
struct Metric {
    std::string name; // on the wire, where TRL has one, TRL's; the mean over the validation rows: "eval_" before it
    std::string text; // people's name, English, to be translated
    MetricUnit unit = MetricUnit::Number;
    Better better = Better::Neither;
    MetricPlace place = MetricPlace::SmallChart;
    double smoothing = 0.6;      // usual weight of its moving average; 0: exact, shown as it is
    std::string objectives = {}; // kinds that report it, between spaces, or evaluation.rewards; empty: every run
    bool isHeadline = false;     // stands among the first figures of a run
    bool isEvaluation = false;
    std::string set = {}; // the evaluation set that it is the loss of, its name

    [[nodiscard]] bool isExact() const { return smoothing == 0; }
};

// In the order in which they are shown; evaluations are not listed.
[[nodiscard]] const std::vector<Metric>& metricCatalogue();
// One that is not in the catalogue is the loss of an evaluation set (NAME_loss), or a smoothed number that goes by its
// wire name.
[[nodiscard]] Metric metricNamed(std::string_view name);
// The same for runs of `objective`, whose loss may have a unit of its own.
[[nodiscard]] Metric metricNamed(std::string_view name, const ObjectiveConfig& objective);
[[nodiscard]] std::size_t placeInCatalogue(const Metric& metric); // of an unknown one: its size
[[nodiscard]] bool isReportedBy(const Metric& metric, const ObjectiveConfig& objective);
// The same with what a run of any objective measures at its evaluations (evaluation.rewards).
[[nodiscard]] bool isReportedBy(const Metric& metric, const RunConfig& config);
[[nodiscard]] bool isByRewards(const Metric& metric);  // of answers that the model gives
[[nodiscard]] bool isLossOfSet(std::string_view name); // eval_NAME_loss, whether or not there is such a set

// Wire names of what may say which evaluation is the best one.
[[nodiscard]] const std::vector<std::string>& evaluationMetrics();
// Than the best so far, if there is one. What is no number is never better, nor is anything without a direction.
[[nodiscard]] bool isBetter(const Metric& metric, double value, std::optional<double> best);

} // namespace fettle
