#include "core/base/error.h"
#include "core/objective/losses/losses.h"
#include "core/objective/losses/pair_metrics.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace fettle {

namespace {

using at::log_sigmoid;
using at::sigmoid;

// R pairs; all [R].
struct DpoPairs {
    at::Tensor chosen, rejected;             // log-ratios to the reference
    at::Tensor chosenLength, rejectedLength; // targets, at least 1
    double beta = 0, smoothing = 0;

    [[nodiscard]] at::Tensor scaled() const { return beta * (chosen - rejected); }
    [[nodiscard]] at::Tensor perToken() const { return chosen / chosenLength - rejected / rejectedLength; }
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

constexpr std::array<DpoLoss, 11> kDpoLosses = {{
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
    // arXiv:2408.06266, eq. 7 and 8
    {"apo_zero", [](const DpoPairs& p) { return 1 - sigmoid(p.beta * p.chosen) + sigmoid(p.beta * p.rejected); }},
    {"apo_down", [](const DpoPairs& p) { return sigmoid(p.beta * p.chosen) + 1 - sigmoid(p.scaled()); }},
    {"sigmoid_norm", [](const DpoPairs& p) { return -log_sigmoid(p.beta * p.perToken()); }},
}};

const DpoLoss& dpoLossNamed(const std::string& name) {
    const auto found =
        std::find_if(kDpoLosses.begin(), kDpoLosses.end(), [&](const DpoLoss& loss) { return loss.name == name; });
    if (found == kDpoLosses.end())
        throw Error{ErrorKind::BadConfig,
                    "There is no loss_type called \"" + name + "\".",
                    "Choose sigmoid, DPO's own.",
                    {{"key", "objective.loss_type"}}};
    return *found;
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
    const at::Tensor sums_A = targets.sumPerOwner(targets.logProb_T, batch.answerCount);
    const PairOf ratios = splitPairs(sums_A - batch.reference_A);
    const PairOf lengths = splitPairs(targets.countPerOwner(batch.answerCount));
    const DpoPairs pairs{.chosen = ratios.chosen_R,
                         .rejected = ratios.rejected_R,
                         .chosenLength = lengths.chosen_R.clamp_min(1),
                         .rejectedLength = lengths.rejected_R.clamp_min(1),
                         .beta = dpo.beta,
                         .smoothing = dpo.labelSmoothing};
    Judgement judgement{.lossSum = dpoLossNamed(dpo.lossType).ofPairs(pairs).mean(), .weight = 1};
    addRewards(judgement.metrics, {dpo.beta * ratios.chosen_R.detach(), dpo.beta * ratios.rejected_R.detach()});
    addLogProbs(judgement.metrics, splitPairs(sums_A));
    addTokenMetrics(judgement.metrics, batch, lengths);
    return judgement;
}

} // namespace fettle
