#include "core/objective/losses/losses.h"

namespace fettle {

Judgement nextTokenLoss(const BatchLogProbs& batch) {
    const TargetLogProbs& targets = batch.answers;
    const auto count = static_cast<double>(targets.logProb_T.size(0));
    return {.lossSum = -targets.logProb_T.sum(),
            .weight = count,
            .metrics = {{"entropy", metricSum(targets.entropy_T, count)},
                        {"mean_token_accuracy", metricSum(targets.hit_T, count)}}};
}

} // namespace fettle
