#include "core/train/evaluator.h"

#include "core/base/mapped_file.h"
#include "core/train/evaluation_batches.h"

#include <algorithm>

namespace fettle {

namespace {

std::int64_t documentCount(const MicroBatch& batch) {
    return std::count_if(batch.pieces.begin(), batch.pieces.end(),
                         [](const RowPiece& piece) { return !piece.continues; });
}

MetricSums weighted(const std::map<std::string, double>& means, double rows) {
    MetricSums sums;
    for (const auto& [name, mean] : means)
        sums["eval_" + name] = {at::full({}, mean * rows, at::kDouble), rows};
    return sums;
}

} // namespace

Evaluator::Evaluator(const RunParts& parts)
    : m_batches(evaluationBatches(parts.inputs.data.validation.rows, parts.config)) {}

std::map<std::string, double> Evaluator::evaluate(const Objective& objective, const Trainable& trainable,
                                                  at::ScalarType compute, const CancelFlag& stop,
                                                  std::span<const float> reference, const Rollouts* rollouts) const {
    const at::NoGradGuard noGrad;
    MetricSums sums;
    for (const MicroBatch& batch : m_batches) {
        stop.throwIfRequested();
        const auto rows = static_cast<double>(documentCount(batch));
        const auto drawn = rollouts ? std::optional(rollouts->drawHeldOut(batch, stop)) : std::nullopt;
        const MicroBatch& judged = drawn ? drawn->window.front() : batch;
        if (drawn) add(sums, weighted(drawn->metrics, rows));
        if (weightOf(objective, judged) == 0) continue;
        const Judgement result = fettle::evaluate(
            objective, {.model = trainable.model(), .adapters = trainable.adapters(), .compute = compute}, judged,
            {.reference = reference, .drawn = drawn ? &drawn->figures.front() : nullptr});
        MetricSums means = result.metrics;
        means["loss"] = {result.lossSum.detach().to(at::kDouble), result.weight};
        for (const auto& [name, metric] : means)
            add(sums, {{"eval_" + name, {metric.sum / metric.count * rows, rows}}});
    }
    refuseChangedFiles();
    return readMeans(sums);
}

} // namespace fettle
