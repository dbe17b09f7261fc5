#include "core/config/metrics.h"

#include "core/base/translate.h"
#include "core/config/fields.h"

#include <algorithm>
#include <cmath>

namespace fettle {

namespace {

using enum MetricUnit;
using enum MetricPlace;
using enum Better;

constexpr std::string_view kEvaluation = "eval_", kOfSet = "_loss";
// Of runs that judge answers of the model: while training, or at their evaluations alone.
constexpr const char *kJudged = "grpo rloo ppo evaluation.rewards", *kByRewards = "evaluation.rewards";
constexpr double kExact = 0, kUsual = 0.6;

std::vector<Metric> makeCatalogue() {
    return {
        {"loss", FETTLE_TR("Loss"), NatsPerToken, Lower, MainChart, kUsual, {}, true},
        {"rewards/accuracies", FETTLE_TR("Reward accuracy"), Share, Higher, SmallChart, kUsual, "dpo orpo cpo", true},
        {"rewards/margins", FETTLE_TR("Reward margin"), Nats, Higher, SmallChart, kUsual, "dpo orpo cpo kto", true},
        {"rewards/chosen", FETTLE_TR("Reward, chosen"), Nats, Higher, SmallChart, kUsual, "dpo orpo cpo kto"},
        {"rewards/rejected", FETTLE_TR("Reward, rejected"), Nats, Lower, SmallChart, kUsual, "dpo orpo cpo kto"},
        {"accuracy", FETTLE_TR("Pairs scored the right way round"), Share, Higher, SmallChart, kUsual, "reward", true},
        {"margin", FETTLE_TR("Margin of the scores"), Number, Higher, SmallChart, kUsual, "reward", true},
        {"mean_reward", FETTLE_TR("Mean score"), Number, Neither, SmallChart, kUsual, "reward"},
        {"min_reward", FETTLE_TR("Lowest score"), Number, Neither, Table, kUsual, "reward"},
        {"max_reward", FETTLE_TR("Highest score"), Number, Neither, Table, kUsual, "reward"},
        {"reward", FETTLE_TR("Reward"), Number, Higher, SmallChart, kUsual, kJudged, true},
        {"reward_std", FETTLE_TR("Spread of the reward"), Number, Neither, SmallChart, kUsual, kJudged},
        {"frac_reward_zero_std", FETTLE_TR("Prompts whose answers earn alike"), Share, Lower, SmallChart, kUsual,
         "grpo rloo"},
        {"rewards/exact_match/mean", FETTLE_TR("Reward, exact match"), Number, Higher, SmallChart, kUsual, kJudged},
        {"rewards/contains/mean", FETTLE_TR("Reward, contains"), Number, Higher, SmallChart, kUsual, kJudged},
        {"rewards/numeric/mean", FETTLE_TR("Reward, number"), Number, Higher, SmallChart, kUsual, kJudged},
        {"rewards/choice/mean", FETTLE_TR("Reward, choice"), Number, Higher, SmallChart, kUsual, kJudged},
        {"rewards/regex/mean", FETTLE_TR("Reward, pattern"), Number, Higher, SmallChart, kUsual, kJudged},
        {"rewards/json/mean", FETTLE_TR("Reward, JSON"), Number, Higher, SmallChart, kUsual, kJudged},
        {"rewards/rouge_l/mean", FETTLE_TR("Reward, ROUGE-L"), Number, Higher, SmallChart, kUsual, kJudged},
        {"rewards/length/mean", FETTLE_TR("Reward, length"), Number, Higher, SmallChart, kUsual, kJudged},
        {"rewards/model/mean", FETTLE_TR("Reward, reward model"), Number, Higher, SmallChart, kUsual, kJudged},
        {"completions/mean_length", FETTLE_TR("Length of answers"), Tokens, Neither, SmallChart, kUsual, kJudged},
        {"completions/min_length", FETTLE_TR("Shortest answer"), Tokens, Neither, Table, kUsual, kJudged},
        {"completions/max_length", FETTLE_TR("Longest answer"), Tokens, Neither, Table, kUsual, kJudged},
        {"completions/clipped_ratio", FETTLE_TR("Answers cut at their longest"), Share, Lower, SmallChart, kUsual,
         kJudged},
        {"clip_ratio/region_mean", FETTLE_TR("Clipped ratios"), Share, Neither, Table, kUsual, "grpo rloo"},
        {"clip_ratio/low_mean", FETTLE_TR("Clipped ratios, low"), Share, Neither, Table, kUsual, "grpo rloo"},
        {"clip_ratio/high_mean", FETTLE_TR("Clipped ratios, high"), Share, Neither, Table, kUsual, "grpo rloo"},
        {"objective/kl", FETTLE_TR("Distance of an answer (KL)"), Nats, Neither, SmallChart, kUsual, "ppo", true},
        {"objective/scores", FETTLE_TR("Reward without the distance"), Number, Higher, Table, kUsual, "ppo"},
        {"objective/rlhf_reward", FETTLE_TR("Reward less the distance"), Number, Higher, SmallChart, kUsual, "ppo"},
        {"objective/non_score_reward", FETTLE_TR("Cost of the distance"), Number, Higher, Table, kUsual, "ppo"},
        {"objective/entropy", FETTLE_TR("Surprise of an answer"), Nats, Neither, Table, kUsual, "ppo"},
        {"loss/policy_avg", FETTLE_TR("Loss of the policy"), Number, Lower, SmallChart, kUsual, "ppo"},
        {"loss/value_avg", FETTLE_TR("Loss of the values"), Number, Lower, SmallChart, kUsual, "ppo"},
        {"policy/approxkl_avg", FETTLE_TR("Distance moved on these answers"), Nats, Neither, Table, kUsual, "ppo"},
        {"policy/clipfrac_avg", FETTLE_TR("Clipped ratios of tokens"), Share, Neither, Table, kUsual, "ppo"},
        {"policy/entropy_avg", FETTLE_TR("Entropy of answers"), NatsPerToken, Neither, SmallChart, kUsual, "ppo"},
        {"val/clipfrac_avg", FETTLE_TR("Clipped values"), Share, Neither, Table, kUsual, "ppo"},
        {"val/ratio", FETTLE_TR("Ratio of probabilities"), Number, Neither, Table, kUsual, "ppo"},
        {"kl", FETTLE_TR("Distance from the reference (KL)"), Nats, Neither, SmallChart, kUsual, "kto grpo rloo"},
        {"loss_scale", FETTLE_TR("Loss scale"), Number, Neither, Table, kExact},
        {"learning_rate", FETTLE_TR("Learning rate"), LearningRate, Neither, SmallChart, kExact},
        {"grad_norm", FETTLE_TR("Gradient norm"), Number, Neither, SmallChart, kUsual},
        {"tokens_per_second", FETTLE_TR("Speed"), TokensPerSecond, Higher, SmallChart, kExact},
        {"memory_bytes", FETTLE_TR("Memory"), Bytes, Lower, SmallChart, kExact},
        {"mean_token_accuracy", FETTLE_TR("Token accuracy"), Share, Higher, SmallChart, kUsual, "sft pretrain dpo"},
        {"entropy", FETTLE_TR("Entropy"), NatsPerToken, Neither, SmallChart, kUsual, "sft pretrain dpo kto grpo rloo"},
        {"nll_loss", FETTLE_TR("Loss on chosen answers"), NatsPerToken, Lower, SmallChart, kUsual, "orpo cpo"},
        {"log_odds_chosen", FETTLE_TR("Log odds, chosen over rejected"), Nats, Higher, SmallChart, kUsual, "orpo"},
        {"log_odds_ratio", FETTLE_TR("Odds ratio term"), Nats, Higher, Table, kUsual, "orpo"},
        {"logps/chosen", FETTLE_TR("Log-probability, chosen"), Nats, Neither, Table, kUsual, "dpo orpo cpo kto"},
        {"logps/rejected", FETTLE_TR("Log-probability, rejected"), Nats, Neither, Table, kUsual, "dpo orpo cpo kto"},
        {"logits/chosen", FETTLE_TR("Mean logit, chosen"), Number, Neither, Table, kUsual, "dpo orpo kto"},
        {"logits/rejected", FETTLE_TR("Mean logit, rejected"), Number, Neither, Table, kUsual, "dpo orpo kto"},
        {"epoch", FETTLE_TR("Epoch"), Epochs, Neither, Table, kExact},
        {"step", FETTLE_TR("Step"), Number, Neither, Table, kExact},
        {"tokens", FETTLE_TR("Tokens"), Number, Neither, Table, kExact},
    };
}

// What the losses of core/objective are measured in. ORPO adds a mean over pairs to one over tokens.
MetricUnit unitOf(const SftObjective&) {
    return NatsPerToken;
}
MetricUnit unitOf(const PretrainObjective&) {
    return NatsPerToken;
}
MetricUnit unitOf(const OrpoObjective&) {
    return Nats;
}
// Of a pair's loss by TRL's name.
MetricUnit unitOfPairs(std::string_view lossType) {
    static constexpr std::string_view kNoLogarithms[] = {"hinge", "ipo", "sppo_hard", "apo_zero", "apo_down"};
    return std::ranges::find(kNoLogarithms, lossType) == std::end(kNoLogarithms) ? NatsPerPair : Number;
}
MetricUnit unitOf(const DpoObjective& dpo) {
    return dpo.lossWeights.empty() ? unitOfPairs(dpo.lossType) : Number;
}
MetricUnit unitOf(const CpoObjective& cpo) { // as ORPO's, where it has logarithms
    return unitOfPairs(cpo.lossType) == NatsPerPair ? Nats : Number;
}
MetricUnit unitOf(const RewardObjective&) {
    return NatsPerPair;
}
MetricUnit unitOf(const KtoObjective&) { // one less a probability
    return Number;
}
MetricUnit unitOf(const GrpoObjective&) { // a ratio times what an answer is worth
    return Number;
}
MetricUnit unitOf(const RlooObjective&) {
    return Number;
}
MetricUnit unitOf(const PpoObjective&) {
    return Number;
}

Metric lossOfSet(std::string_view name) {
    Metric metric = metricCatalogue().front();
    metric.name = name;
    metric.place = SmallChart;
    metric.isHeadline = false;
    metric.set = name.substr(0, name.size() - kOfSet.size());
    return metric;
}

bool isWordIn(std::string_view words, std::string_view word) {
    return (" " + std::string(words) + " ").find(" " + std::string(word) + " ") != std::string::npos;
}

// Of the catalogue's row, without what an evaluation puts before it.
std::string_view catalogueName(const Metric& metric) {
    return std::string_view(metric.name).substr(metric.isEvaluation ? kEvaluation.size() : 0);
}

// "rewards/NAME/mean" only where NAME was chosen, or may be what "auto" comes to.
bool isEarnedBy(const Metric& metric, const RewardConfig& rewards) {
    constexpr std::string_view kBegin = "rewards/", kEnd = "/mean";
    std::string_view name = catalogueName(metric);
    if (!name.starts_with(kBegin) || !name.ends_with(kEnd)) return true;
    name = name.substr(kBegin.size(), name.size() - kBegin.size() - kEnd.size());
    const RewardConfig alone{.rewardFuncs = {std::string(name)}};
    return hasReward(rewards, name) || (hasReward(rewards, "auto") && needsReferenceAnswer(alone));
}

} // namespace

const std::vector<Metric>& metricCatalogue() {
    static const std::vector<Metric> catalogue = makeCatalogue();
    return catalogue;
}

Metric metricNamed(std::string_view name) {
    const auto found = std::ranges::find(metricCatalogue(), name, &Metric::name);
    if (found != metricCatalogue().end()) return *found;
    if (!name.starts_with(kEvaluation) && name.ends_with(kOfSet)) return lossOfSet(name);
    if (!name.starts_with(kEvaluation)) return {.name = std::string(name), .text = std::string(name)};
    Metric metric = metricNamed(name.substr(kEvaluation.size()));
    metric.name = name;
    metric.isEvaluation = true;
    return metric;
}

Metric metricNamed(std::string_view name, const ObjectiveConfig& objective) {
    Metric metric = metricNamed(name);
    if (name == "loss" || name == "eval_loss")
        metric.unit = std::visit([](const auto& kind) { return unitOf(kind); }, objective);
    if ((name == "kl" || name == "eval_kl") && rolloutsOf(objective) != nullptr) metric.unit = NatsPerToken;
    return metric;
}

std::size_t placeInCatalogue(const Metric& metric) {
    const std::string_view name = catalogueName(metric);
    return static_cast<std::size_t>(std::ranges::find(metricCatalogue(), name, &Metric::name) -
                                    metricCatalogue().begin());
}

bool isReportedBy(const Metric& metric, const ObjectiveConfig& objective) {
    return metric.objectives.empty() || isWordIn(metric.objectives, kindName(objective));
}

bool isReportedBy(const Metric& metric, const RunConfig& config) {
    if (isReportedBy(metric, config.objective)) {
        const RolloutConfig* rollouts = rolloutsOf(config.objective);
        return rollouts == nullptr || isEarnedBy(metric, rollouts->rewards);
    }
    const RewardConfig& rewards = config.evaluation.rewards.by;
    return metric.isEvaluation && isByRewards(metric) && !rewards.rewardFuncs.empty() && isEarnedBy(metric, rewards);
}

bool isByRewards(const Metric& metric) {
    return isWordIn(metric.objectives, kByRewards);
}

bool isLossOfSet(std::string_view name) {
    const Metric metric = metricNamed(name);
    return metric.isEvaluation && !metric.set.empty();
}

const std::vector<std::string>& evaluationMetrics() {
    static const std::vector<std::string> names = [] {
        std::vector<std::string> list;
        for (const Metric& metric : metricCatalogue())
            if (metric.better != Neither && !metric.isExact()) list.push_back(std::string(kEvaluation) + metric.name);
        return list;
    }();
    return names;
}

bool isBetter(const Metric& metric, double value, std::optional<double> best) {
    if (!std::isfinite(value) || metric.better == Neither) return false;
    return !best || (metric.better == Lower ? value < *best : value > *best);
}

} // namespace fettle
