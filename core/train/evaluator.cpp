#include "core/train/evaluator.h"

#include "core/base/mapped_file.h"
#include "core/train/evaluation_batches.h"

namespace fettle {

namespace {

// As transformers averages: each batch's means count once a row, with packing once a bin.
void addMeans(MetricSums& sums, const std::string& prefix, const Judgement& result, double rows) {
    MetricSums means = result.metrics;
    means["loss"] = {result.lossSum.detach().to(at::kDouble), result.weight};
    for (const auto& [name, metric] : means)
        add(sums, {{prefix + name, {metric.sum / metric.count * rows, rows}}});
}

MetricSums weighted(const std::map<std::string, double>& means, double rows) {
    MetricSums sums;
    for (const auto& [name, mean] : means)
        sums["eval_" + name] = {at::full({}, mean * rows, at::kDouble), rows};
    return sums;
}

} // namespace

Evaluator::Evaluator(const RunParts& parts)
    : m_batches(evaluationBatches(parts.inputs.data.validation.rows, parts.config)) {
    RunConfig own = parts.config;
    own.data.packing = false;
    own.objective = SftObjective{};
    for (const auto& [name, set] : parts.inputs.sets)
        m_sets[name] = evaluationBatches(set.rows, own);
}

std::map<std::string, double> Evaluator::evaluate(const Objective& objective, const Trainable& trainable,
                                                  at::ScalarType compute, const CancelFlag& stop,
                                                  std::span<const float> reference, const Rollouts* rollouts) const {
    const at::NoGradGuard noGrad;
    const ModelCall call{.model = trainable.model(),
                         .adapters = trainable.adapters(),
                         .compute = compute,
                         .values = rollouts ? rollouts->values() : nullptr};
    MetricSums sums;
    const auto judge = [&](const Objective& by, const MicroBatch& batch, const KnownFigures& known) {
        stop.throwIfRequested();
        return fettle::evaluate(by, call, batch, known);
    };
    for (const MicroBatch& batch : m_batches) {
        const auto drawn = rollouts ? std::optional(rollouts->drawHeldOut(batch, stop)) : std::nullopt;
        const MicroBatch& judged = drawn ? drawn->window.front() : batch;
        const auto rows = static_cast<double>(batch.units);
        if (drawn) add(sums, weighted(drawn->metrics, rows));
        if (weightOf(objective, judged) == 0) continue;
        const KnownFigures known{.reference = reference, .drawn = drawn ? &drawn->figures.front() : nullptr};
        addMeans(sums, "eval_", judge(objective, judged, known), rows);
    }
    const Objective language = makeObjective(SftObjective{});
    for (const auto& [name, batches] : m_sets)
        for (const MicroBatch& batch : batches) {
            if (weightOf(language, batch) == 0) continue;
            Judgement result = judge(language, batch, {});
            result.metrics.clear();
            addMeans(sums, "eval_" + name + "_", result, static_cast<double>(batch.units));
        }
    refuseChangedFiles();
    return readMeans(sums);
}

} // namespace fettle
