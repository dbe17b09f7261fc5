#include "core/objective/losses/clipped.h"
#include "core/objective/losses/losses.h"
#include "core/objective/losses/pair_metrics.h"

namespace fettle {

namespace {

constexpr double kSmallest = 1e-4; // beside a deviation

// T targets of A answers.
at::Tensor logRatios(const GrpoObjective& grpo, const BatchLogProbs& batch) {
    const TargetLogProbs& targets = batch.answers;
    const at::Tensor old_T = batch.old_T.defined() ? batch.old_T : targets.logProb_T.detach();
    const at::Tensor ratio_T = targets.logProb_T - old_T;
    if (grpo.importanceSamplingLevel == "token") return ratio_T;
    const at::Tensor mean_A =
        targets.sumPerOwner(ratio_T, batch.answerCount) / targets.countPerOwner(batch.answerCount).clamp_min(1);
    return mean_A.index_select(0, targets.owner_T);
}

// e^d - d - 1 with d = log p_ref - log p (J. Schulman, "Approximating KL divergence").
at::Tensor distance(const BatchLogProbs& batch) {
    const at::Tensor d_T = batch.reference_T - batch.answers.logProb_T;
    return d_T.exp() - d_T - 1;
}

// As loss_type says; what divides it is the judgement's weight.
at::Tensor reduced(const GrpoObjective& grpo, const BatchLogProbs& batch, const at::Tensor& losses_T) {
    if (grpo.lossType == "dapo") return losses_T.sum();
    if (grpo.lossType == "bnpo") return losses_T.mean();
    const auto answers = static_cast<double>(batch.answerCount);
    if (grpo.lossType == "dr_grpo")
        return losses_T.sum() / (answers * static_cast<double>(grpo.rollouts.maxCompletionLength));
    const at::Tensor length_A = batch.answers.countPerOwner(batch.answerCount).clamp_min(1);
    return (batch.answers.sumPerOwner(losses_T, batch.answerCount) / length_A).sum() / answers;
}

} // namespace

Judgement grpoLoss(const GrpoObjective& grpo, const BatchLogProbs& batch) {
    const TargetLogProbs& targets = batch.answers;
    const Clipping clipping{.low = grpo.epsilon, .high = grpo.epsilonHigh.value_or(grpo.epsilon), .delta = grpo.delta};
    const at::Tensor advantage_T = batch.advantage_A.index_select(0, targets.owner_T);
    const at::Tensor ratio_T = logRatios(grpo, batch).exp();
    at::Tensor losses_T = clippedLoss(ratio_T, advantage_T, clipping);
    const auto count = static_cast<double>(losses_T.size(0));
    Judgement judgement{.weight = grpo.lossType == "dapo" ? count : 1};
    if (grpo.beta != 0) {
        at::Tensor kl_T = distance(batch);
        if (grpo.useBiasCorrectionKl) kl_T = kl_T * ratio_T;
        judgement.metrics["kl"] = meanOf(kl_T);
        losses_T = losses_T + grpo.beta * kl_T;
    }
    judgement.lossSum = reduced(grpo, batch, losses_T);
    judgement.metrics["entropy"] = meanOf(targets.entropy_T);
    addClipRatios(judgement.metrics, ratio_T, advantage_T, clipping);
    return judgement;
}

Advantages grpoAdvantages(const GrpoObjective& grpo, const DrawnRewards& rewards) {
    const at::Tensor reward_PG = rewards.reward_A.view({-1, rewards.perPrompt});
    const at::Tensor deviation_P1 = grpo.scaleRewards == "batch"
                                        ? reward_PG.std().expand({reward_PG.size(0), 1})
                                        : reward_PG.std(1, /*unbiased=*/true, /*keepdim=*/true);
    at::Tensor advantage_PG = reward_PG - reward_PG.mean(1, /*keepdim=*/true);
    if (grpo.scaleRewards != "none") advantage_PG = advantage_PG / (deviation_P1 + kSmallest);
    return {.advantage_A = advantage_PG.reshape(-1),
            .alikeShare =
                at::isclose(deviation_P1, at::zeros_like(deviation_P1)).to(at::kDouble).mean().item<double>()};
}

} // namespace fettle
