#pragma once

#include "core/objective/judgement.h"

namespace fettle {

// The mean of one value per row, as one entry of the micro-batch (TRL averages over micro-batches).
[[nodiscard]] MetricSum meanOf(const at::Tensor& values);

// rewards/chosen, rewards/rejected, rewards/accuracies (strictly greater), rewards/margins.
void addRewards(MetricSums& metrics, const PairOf& rewards);
// logps/chosen, logps/rejected.
void addLogProbs(MetricSums& metrics, const PairOf& logProbs);

} // namespace fettle
