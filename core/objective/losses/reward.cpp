#include "core/objective/losses/losses.h"
#include "core/objective/losses/pair_metrics.h"

namespace fettle {

Judgement rewardLoss(const RewardObjective& reward, const BatchLogProbs& batch) {
    const PairOf scores = splitPairs(batch.score_A);
    const at::Tensor gaps_R = scores.chosen_R - scores.rejected_R;
    at::Tensor loss = -at::log_sigmoid(gaps_R - batch.margin_R).mean();
    if (reward.centerRewardsCoefficient)
        loss = loss + *reward.centerRewardsCoefficient * (scores.chosen_R + scores.rejected_R).square().mean();
    return {.lossSum = loss,
            .weight = 1,
            .metrics = {{"min_reward", meanOf(batch.score_A.min())},
                        {"mean_reward", meanOf(batch.score_A)},
                        {"max_reward", meanOf(batch.score_A.max())},
                        {"accuracy", meanOf(scores.chosen_R.gt(scores.rejected_R))},
                        {"margin", meanOf(gaps_R)}}};
}

} // namespace fettle
