#include "core/train/evaluator.h"

#include "core/base/mapped_file.h"

namespace fettle {

namespace {

RunConfig sequentialOnce(RunConfig config) {
    config.data.shuffle = false;
    config.duration = {.numTrainEpochs = 1, .maxSteps = 0};
    config.batch.gradientAccumulationSteps = 1;
    return config;
}

} // namespace

Evaluator::Evaluator(const RunParts& parts) {
    if (parts.inputs.data.validation.rows.empty()) return;
    const BatchPlan plan(parts.inputs.data.validation.rows, sequentialOnce(parts.config));
    for (std::int64_t index = 0; index < plan.totalSteps(); ++index)
        for (MicroBatch& batch : plan.step(index))
            m_batches.push_back(std::move(batch));
}

std::map<std::string, double> Evaluator::evaluate(const Objective& objective, const Trainable& trainable,
                                                  at::ScalarType compute) const {
    const at::NoGradGuard noGrad;
    MetricSums sums;
    for (const MicroBatch& batch : m_batches) {
        const ObjectiveResult result = objective.evaluate(
            {.model = trainable.model(), .adapters = trainable.adapters(), .compute = compute}, batch);
        if (result.weight == 0) continue;
        const auto rows = static_cast<double>(batch.size());
        const auto add = [&](const std::string& name, double mean) {
            sums["eval_" + name].sum += mean * rows;
            sums["eval_" + name].count += rows;
        };
        add("loss", result.lossSum.item<double>() / result.weight);
        for (const auto& [name, metric] : result.metrics)
            add(name, metric.sum / metric.count);
    }
    refuseChangedFiles();
    std::map<std::string, double> means;
    for (const auto& [name, metric] : sums)
        means[name] = metric.sum / metric.count;
    return means;
}

} // namespace fettle
