#include "core/objective/losses/losses.h"

namespace fettle {

namespace {

Judgement summed(const TargetLogProbs& targets, const at::Tensor& losses_T) {
    const auto count = static_cast<double>(losses_T.size(0));
    return {.lossSum = losses_T.sum(),
            .weight = count,
            .metrics = {{"entropy", metricSum(targets.entropy_T, count)},
                        {"mean_token_accuracy", metricSum(targets.hit_T, count)}}};
}

} // namespace

Judgement nextTokenLoss(const BatchLogProbs& batch) {
    return summed(batch.answers, -batch.answers.logProb_T);
}

Judgement dftLoss(const BatchLogProbs& batch) {
    const at::Tensor& logProb_T = batch.answers.logProb_T;
    return summed(batch.answers, -logProb_T.detach().exp() * logProb_T);
}

} // namespace fettle
