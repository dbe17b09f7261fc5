#include "core/objective/next_token.h"

#include "core/objective/train_batch.h"

namespace fettle {

double NextToken::weightOf(const MicroBatch& batch) const {
    std::int64_t count = 0;
    for (const Document& document : batch)
        count += trainedTokens(document);
    return static_cast<double>(count);
}

ObjectiveResult NextToken::evaluate(const ModelCall& call, const MicroBatch& documents) const {
    const TrainBatch train = collate(documents, call.model.device());
    const at::Tensor hidden = call.model.hidden({.batch = train.batch,
                                                 .adapters = call.adapters,
                                                 .compute = call.compute,
                                                 .training = call.training,
                                                 .checkpointing = call.checkpointing,
                                                 .dropout = call.dropout});
    const ops::TokenLogProbs probs = ops::tokenLogProb(hidden, call.model.head(), train.targets, call.compute);
    const auto count = static_cast<double>(train.targetCount);
    return {.lossSum = -probs.logProb_T.sum(),
            .weight = count,
            .metrics = {{"entropy", {probs.entropy_T.sum().item<double>(), count}},
                        {"mean_token_accuracy", {probs.hit_T.sum().item<double>(), count}}}};
}

} // namespace fettle
