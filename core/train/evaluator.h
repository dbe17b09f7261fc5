#pragma once

#include "core/base/cancel.h"
#include "core/objective/objective.h"
#include "core/train/rollouts.h"
#include "core/train/run_parts.h"
#include "core/train/trainable.h"

#include <map>
#include <string>
#include <vector>

namespace fettle {

// The validation rows through the objective, and those of the evaluation sets by their loss, without dropout and
// gradient.
class Evaluator {
public:
    explicit Evaluator(const RunParts& parts);

    [[nodiscard]] bool hasRows() const { return !m_batches.empty() || !m_sets.empty(); }
    // eval_loss and the objective's metrics, and eval_NAME_loss of each set (nats per token), as transformers averages
    // them: the mean of each batch counts once per row (with packing, bin) of the batch (Trainer.evaluation_loop
    // repeats the loss batch_size times). With `rollouts` the answers are drawn. Cancelled between two batches.
    [[nodiscard]] std::map<std::string, double> evaluate(const Objective& objective, const Trainable& trainable,
                                                         at::ScalarType compute, const CancelFlag& stop = {},
                                                         std::span<const float> reference = {},
                                                         const Rollouts* rollouts = nullptr) const;

private:
    std::vector<MicroBatch> m_batches;
    std::map<std::string, std::vector<MicroBatch>> m_sets;
};

} // namespace fettle
