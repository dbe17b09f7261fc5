#pragma once

#include "core/data/example.h"
#include "core/model/batch.h"
#include "core/ops/token_log_prob.h"

namespace fettle {

// Which row of the batch predicts which token, and what that token belongs to.
struct TargetList {
    std::vector<std::int64_t> rows, tokens, owners;
    [[nodiscard]] std::int64_t size() const { return std::ssize(rows); }
};

// A micro-batch on the device: each prompt once, its answers behind it. A prompt's last token predicts the first token
// of every answer.
struct TrainBatch {
    Batch batch;
    TargetList answers; // trained tokens; owners are answers, counted over the whole batch
    TargetList prompts; // tokens of prompts but the first, only where asked for; owners are the batch's rows
    std::vector<std::int64_t> ends; // by answer, the row of its last trained token itself
    std::int64_t answerCount = 0, rowCount = 0;
};

enum class PromptTargets { None, All };
[[nodiscard]] TrainBatch collate(const MicroBatch& batch, PromptTargets prompts, const at::Device& device);

} // namespace fettle
