#include "core/objective/losses/losses.h"
#include "core/objective/losses/pair_metrics.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace fettle {

namespace {

using at::log_sigmoid;
using at::sigmoid;

// R pairs; all [R] but the likelihood.
struct DpoPairs {
    at::Tensor chosen, rejected;             // log-ratios to the reference
    at::Tensor chosenScore, rejectedScore;   // the same through the derivative of the divergence
    at::Tensor chosenLength, rejectedLength; // targets, at least 1
    at::Tensor margin, referenceMargin;      // log-probability of chosen less that of rejected
    at::Tensor likelihood;                   // cross-entropy of all chosen targets, a scalar
    double beta = 0, smoothing = 0, tau = 0;

    [[nodiscard]] at::Tensor scaled() const { return beta * (chosenScore - rejectedScore); }
    [[nodiscard]] at::Tensor perToken() const { return chosenScore / chosenLength - rejectedScore / rejectedLength; }
};

struct DpoLoss {
    std::string_view name;
    at::Tensor (*ofPairs)(const DpoPairs&);
};

at::Tensor exoPair(const DpoPairs& p) { // arXiv:2402.00856, eq. 16 for two answers
    const at::Tensor x = p.scaled();
    return sigmoid(x) * (log_sigmoid(x) - std::log1p(-p.smoothing)) +
           sigmoid(-x) * (log_sigmoid(-x) - std::log(p.smoothing));
}

at::Tensor ncaPair(const DpoPairs& p) { // arXiv:2402.05369
    const at::Tensor chosen = p.beta * p.chosen, rejected = p.beta * p.rejected;
    return -log_sigmoid(chosen) - 0.5 * log_sigmoid(-chosen) - 0.5 * log_sigmoid(-rejected);
}

at::Tensor robust(const DpoPairs& p) { // arXiv:2403.00409
    const at::Tensor x = p.scaled();
    return (-(1 - p.smoothing) * log_sigmoid(x) + p.smoothing * log_sigmoid(-x)) / (1 - 2 * p.smoothing);
}

// Quantiles of the batch against each other (arXiv:2406.05882).
at::Tensor aotOf(const DpoPairs& p, const at::Tensor& better, const at::Tensor& worse) {
    const at::Tensor x = p.beta * (std::get<0>(better.sort()) - std::get<0>(worse.sort()));
    return -(1 - p.smoothing) * log_sigmoid(x) - p.smoothing * log_sigmoid(-x);
}

at::Tensor discopop(const DpoPairs& p) { // arXiv:2406.08414, eq. 5
    const at::Tensor x = p.scaled(), share = sigmoid(x / p.tau);
    return -log_sigmoid(x) * (1 - share) + at::exp(-x) * share;
}

constexpr std::array<DpoLoss, 15> kDpoLosses = {{
    {"sigmoid", [](const DpoPairs& p) { return -log_sigmoid(p.scaled()); }},
    {"hinge", [](const DpoPairs& p) { return at::relu(1 - p.scaled()); }}, // arXiv:2305.10425
    // arXiv:2310.12036, eq. 17, on means per token as TRL has it
    {"ipo", [](const DpoPairs& p) { return (p.perToken() - 1 / (2 * p.beta)).square(); }},
    {"robust", robust},
    {"exo_pair", exoPair},
    {"nca_pair", ncaPair},
    // arXiv:2404.04656, without its running mean
    {"bco_pair", [](const DpoPairs& p) { return -log_sigmoid(p.beta * p.chosen) - log_sigmoid(-p.beta * p.rejected); }},
    // arXiv:2405.00675
    {"sppo_hard",
     [](const DpoPairs& p) { return (p.chosen - 0.5 / p.beta).square() + (p.rejected + 0.5 / p.beta).square(); }},
    {"aot", [](const DpoPairs& p) { return aotOf(p, p.margin, p.referenceMargin); }},
    {"aot_unpaired", [](const DpoPairs& p) { return aotOf(p, p.chosen, p.rejected); }},
    // arXiv:2408.06266, eq. 7 and 8
    {"apo_zero", [](const DpoPairs& p) { return 1 - sigmoid(p.beta * p.chosen) + sigmoid(p.beta * p.rejected); }},
    {"apo_down",
     [](const DpoPairs& p) { return sigmoid(p.beta * p.chosen) + 1 - sigmoid(p.beta * (p.chosen - p.rejected)); }},
    {"discopop", discopop},
    {"sft", [](const DpoPairs& p) { return p.likelihood; }},
    {"sigmoid_norm", [](const DpoPairs& p) { return -log_sigmoid(p.beta * p.perToken()); }},
}};
static_assert(std::ranges::equal(kDpoLosses, kDpoLossTypes, {}, &DpoLoss::name));

const DpoLoss& dpoLossNamed(const std::string& name) {
    return *std::ranges::find(kDpoLosses, name, &DpoLoss::name);
}

// The derivative of the divergence from the reference at e^ratio, up to a constant (arXiv:2309.16240).
at::Tensor scoreOf(const DpoObjective& dpo, const at::Tensor& ratio_R) {
    constexpr double kLargest = 80; // e^80 is still an fp32
    const double power = dpo.fAlphaDivergenceCoef - 1;
    if (dpo.fDivergenceType == "forward_kl") return 1 - at::exp(-ratio_R);
    if (dpo.fDivergenceType == "js_divergence") return std::numbers::ln2 + log_sigmoid(ratio_R);
    if (dpo.fDivergenceType == "alpha_divergence" && std::abs(power) >= 1e-6)
        return (at::exp((power * ratio_R).clamp_max(kLargest)) - 1) / power;
    return ratio_R;
}

// One loss, or the weighted sum of several.
at::Tensor lossOf(const DpoObjective& dpo, const DpoPairs& pairs) {
    if (dpo.lossWeights.empty()) return dpoLossNamed(dpo.lossType).ofPairs(pairs).mean();
    at::Tensor sum = at::zeros({}, pairs.chosen.options());
    for (const auto& [name, weight] : dpo.lossWeights)
        sum = sum + weight * dpoLossNamed(name).ofPairs(pairs).mean();
    return sum;
}

// mean_token_accuracy counts chosen answers only, logits/* are means over each side's targets.
void addTokenMetrics(MetricSums& metrics, const BatchLogProbs& batch, const PairOf& lengths) {
    const TargetLogProbs& targets = batch.answers;
    const auto ratio = [](const at::Tensor& sum, const at::Tensor& count) {
        return metricSum(sum.sum() / count.sum(), 1);
    };
    const PairOf logits = splitPairs(targets.sumPerOwner(targets.meanLogit_T, batch.answerCount));
    const PairOf hits = splitPairs(targets.sumPerOwner(targets.hit_T, batch.answerCount));
    metrics["logits/chosen"] = ratio(logits.chosen_R, lengths.chosen_R);
    metrics["logits/rejected"] = ratio(logits.rejected_R, lengths.rejected_R);
    metrics["mean_token_accuracy"] = ratio(hits.chosen_R, lengths.chosen_R);
    metrics["entropy"] = meanOf(targets.entropy_T);
}

} // namespace

Judgement dpoLoss(const DpoObjective& dpo, const BatchLogProbs& batch) {
    const TargetLogProbs& targets = batch.answers;
    const at::Tensor sums_A = targets.logProbPerAnswer(batch.answerCount, dpo.ldAlpha);
    const PairOf ratios = splitPairs(sums_A - batch.reference_A), references = splitPairs(batch.reference_A);
    const PairOf sums = splitPairs(sums_A);
    const PairOf all = splitPairs(targets.sumPerOwner(targets.logProb_T, batch.answerCount));
    const PairOf lengths = splitPairs(targets.countPerOwner(batch.answerCount));
    const DpoPairs pairs{.chosen = ratios.chosen_R,
                         .rejected = ratios.rejected_R,
                         .chosenScore = scoreOf(dpo, ratios.chosen_R),
                         .rejectedScore = scoreOf(dpo, ratios.rejected_R),
                         .chosenLength = lengths.chosen_R.clamp_min(1),
                         .rejectedLength = lengths.rejected_R.clamp_min(1),
                         .margin = sums.chosen_R - sums.rejected_R,
                         .referenceMargin = references.chosen_R - references.rejected_R,
                         .likelihood = -all.chosen_R.sum() / lengths.chosen_R.sum(),
                         .beta = dpo.beta,
                         .smoothing = dpo.labelSmoothing,
                         .tau = dpo.discopopTau};
    Judgement judgement{.lossSum = lossOf(dpo, pairs), .weight = 1};
    addRewards(judgement.metrics, {dpo.beta * ratios.chosen_R.detach(), dpo.beta * ratios.rejected_R.detach()});
    addLogProbs(judgement.metrics, sums);
    addTokenMetrics(judgement.metrics, batch, lengths);
    return judgement;
}

} // namespace fettle
