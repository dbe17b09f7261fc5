#include "core/objective/losses/losses.h"
#include "core/objective/losses/pair_metrics.h"

namespace fettle {

namespace {

// The rows that were judged alike, as places in the batch.
struct Side {
    std::string name;
    std::vector<std::int64_t> rows;

    [[nodiscard]] at::Tensor of(const at::Tensor& values_R) const {
        return values_R.index_select(0, at::tensor(rows, at::kLong).to(values_R.device()));
    }
};

Side sideOf(const BatchLogProbs& batch, bool isDesirable) {
    Side side{.name = isDesirable ? "chosen" : "rejected"};
    for (std::int64_t row = 0; row < batch.rowCount; ++row)
        if (batch.isDesirable[static_cast<std::size_t>(row)] == isDesirable) side.rows.push_back(row);
    return side;
}

// Of each row's own answer, [rows].
struct OwnAnswers {
    at::Tensor logRatio_R; // to the reference, differentiable
    at::Tensor logProb_R, meanLogit_R, length_R;
};

// A micro-batch reports no figure of a side that it lacks, and no margin without both.
void addSides(MetricSums& metrics, const OwnAnswers& own, double beta, const Side& chosen, const Side& rejected) {
    for (const Side& side : {chosen, rejected}) {
        if (side.rows.empty()) continue;
        metrics["rewards/" + side.name] = meanOf(beta * side.of(own.logRatio_R));
        metrics["logps/" + side.name] = meanOf(side.of(own.logProb_R));
        metrics["logits/" + side.name] = meanOf(side.of(own.meanLogit_R).sum() / side.of(own.length_R).sum());
    }
    if (!chosen.rows.empty() && !rejected.rows.empty())
        metrics["rewards/margins"] =
            meanOf(beta * (chosen.of(own.logRatio_R).mean() - rejected.of(own.logRatio_R).mean()));
}

} // namespace

Judgement ktoLoss(const KtoObjective& kto, const BatchLogProbs& batch) {
    const TargetLogProbs& targets = batch.answers;
    const bool hasKl = kto.lossType == "kto";
    const auto ownOf = [&](const at::Tensor& values_A) { return hasKl ? splitPairs(values_A).chosen_R : values_A; };
    const auto sumsOf = [&](const at::Tensor& values_T) { return targets.sumPerOwner(values_T, batch.answerCount); };
    const at::Tensor sums_A = sumsOf(targets.logProb_T);
    const at::Tensor ratios_A = sums_A - batch.reference_A;
    const OwnAnswers own{.logRatio_R = ownOf(ratios_A),
                         .logProb_R = ownOf(sums_A),
                         .meanLogit_R = ownOf(sumsOf(targets.meanLogit_T)),
                         .length_R = ownOf(targets.countPerOwner(batch.answerCount))};
    const at::Tensor kl = hasKl ? splitPairs(ratios_A).rejected_R.mean().detach().clamp_min(0)
                                : at::zeros({}, ratios_A.options().requires_grad(false));

    const Side chosen = sideOf(batch, true), rejected = sideOf(batch, false);
    const at::Tensor gains_R = kto.beta * (own.logRatio_R - kl);
    const at::Tensor losses = kto.desirableWeight * (1 - at::sigmoid(chosen.of(gains_R))).sum() +
                              kto.undesirableWeight * (1 - at::sigmoid(-rejected.of(gains_R))).sum();
    Judgement judgement{.lossSum = losses / batch.rowCount, .weight = 1};
    judgement.metrics = {{"kl", meanOf(kl)},
                         {"entropy", meanOf(ownOf(sumsOf(targets.entropy_T)).sum() / own.length_R.sum())}};
    addSides(judgement.metrics, own, kto.beta, chosen, rejected);
    return judgement;
}

} // namespace fettle
