#include "core/objective/losses/clipped.h"
#include "core/objective/losses/losses.h"
#include "core/objective/losses/pair_metrics.h"

namespace fettle {

namespace {

constexpr double kSmallest = 1e-4; // beside a deviation

} // namespace

Judgement rlooLoss(const RlooObjective& rloo, const BatchLogProbs& batch) {
    const TargetLogProbs& targets = batch.answers;
    const Clipping clipping{.low = rloo.epsilon, .high = rloo.epsilonHigh.value_or(rloo.epsilon)};
    const at::Tensor old_T = batch.old_T.defined() ? batch.old_T : targets.logProb_T.detach();
    const at::Tensor ratio_A = targets.sumPerOwner(targets.logProb_T - old_T, batch.answerCount).exp();
    Judgement judgement{.lossSum = clippedLoss(ratio_A, batch.advantage_A, clipping).mean(), .weight = 1};
    if (batch.reference_T.defined())
        judgement.metrics["kl"] = metricSum(old_T - batch.reference_T, static_cast<double>(old_T.size(0)));
    judgement.metrics["entropy"] = meanOf(targets.entropy_T);
    addClipRatios(judgement.metrics, ratio_A, batch.advantage_A, clipping);
    return judgement;
}

Advantages rlooAdvantages(const RlooObjective& rloo, const DrawnRewards& rewards) {
    const at::Tensor paid_A = rloo.beta == 0 ? rewards.reward_A : rewards.reward_A - rloo.beta * rewards.logRatio_A;
    const at::Tensor paid_PG = paid_A.view({-1, rewards.perPrompt});
    const at::Tensor others_PG =
        (paid_PG.sum(1, /*keepdim=*/true) - paid_PG) / static_cast<double>(rewards.perPrompt - 1);
    at::Tensor advantage_A = (paid_PG - others_PG).reshape(-1);
    if (rloo.normalizeAdvantages) advantage_A = (advantage_A - advantage_A.mean()) / (advantage_A.std() + kSmallest);
    const at::Tensor deviation_P = paid_PG.std(1);
    return {.advantage_A = advantage_A,
            .alikeShare = at::isclose(deviation_P, at::zeros_like(deviation_P)).to(at::kDouble).mean().item<double>()};
}

} // namespace fettle
