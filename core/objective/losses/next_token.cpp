#include "core/objective/losses/losses.h"

namespace fettle {

Judgement nextTokenLoss(const BatchLogProbs& batch) {
    const TargetLogProbs& targets = batch.answers;
    const auto count = static_cast<double>(targets.logProb_T.size(0));
    return {.lossSum = -targets.logProb_T.sum(),
            .weight = count,
            .metrics = {{"entropy", {targets.entropy_T.sum().item<double>(), count}},
                        {"mean_token_accuracy", {targets.hit_T.sum().item<double>(), count}}}};
}

} // namespace fettle
