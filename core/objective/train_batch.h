#pragma once

#include "core/data/example.h"
#include "core/model/batch.h"
#include "core/ops/token_log_prob.h"

namespace fettle {

// A micro-batch on the device: documents laid end to end, and which row predicts which token.
struct TrainBatch {
    Batch batch;
    ops::TargetTokens targets;
    std::int64_t tokens = 0;
    std::int64_t targetCount = 0;
};

[[nodiscard]] TrainBatch collate(const MicroBatch& documents, const at::Device& device);

} // namespace fettle
