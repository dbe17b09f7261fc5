#include "core/train/evaluation_batches.h"

namespace fettle {

std::vector<MicroBatch> evaluationBatches(std::span<const TokenizedExample> rows, RunConfig config) {
    config.data.shuffle = false;
    config.duration = {.numTrainEpochs = 1, .maxSteps = 0};
    config.batch.gradientAccumulationSteps = 1;
    const BatchPlan plan(rows, config);
    std::vector<MicroBatch> batches;
    for (std::int64_t index = 0; index < plan.totalSteps(); ++index)
        for (MicroBatch& batch : plan.step(index))
            batches.push_back(std::move(batch));
    return batches;
}

} // namespace fettle
