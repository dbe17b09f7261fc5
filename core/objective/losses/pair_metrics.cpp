#include "core/objective/losses/pair_metrics.h"

namespace fettle {

MetricSum meanOf(const at::Tensor& values) {
    return metricSum(values.detach().to(at::kFloat).mean(), 1);
}

void addRewards(MetricSums& metrics, const PairOf& rewards) {
    metrics["rewards/chosen"] = meanOf(rewards.chosen_R);
    metrics["rewards/rejected"] = meanOf(rewards.rejected_R);
    metrics["rewards/accuracies"] = meanOf(rewards.chosen_R.gt(rewards.rejected_R));
    metrics["rewards/margins"] = meanOf(rewards.chosen_R - rewards.rejected_R);
}

void addLogProbs(MetricSums& metrics, const PairOf& logProbs) {
    metrics["logps/chosen"] = meanOf(logProbs.chosen_R);
    metrics["logps/rejected"] = meanOf(logProbs.rejected_R);
}

} // namespace fettle
