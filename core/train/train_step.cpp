#include "core/train/train_step.h"

#include "core/base/mapped_file.h"
#include "core/ops/adamw.h"

#include <cmath>

namespace fettle {

namespace {

std::vector<at::Tensor> gradientsOf(const NamedTensors& parameters) {
    std::vector<at::Tensor> all;
    for (const auto& [name, parameter] : parameters)
        if (parameter.grad().defined()) all.push_back(parameter.grad());
    return all;
}

// Gradients live only within a step.
class Gradients {
public:
    explicit Gradients(const NamedTensors& parameters) : m_parameters(parameters) { drop(); }
    ~Gradients() { drop(); }
    Gradients(const Gradients&) = delete;
    Gradients& operator=(const Gradients&) = delete;

private:
    void drop() const {
        for (const auto& [name, parameter] : m_parameters)
            parameter.mutable_grad().reset();
    }
    const NamedTensors& m_parameters;
};

// One number over all processes.
double summed(double value, const ProcessGroup& processes) {
    if (processes.size() == 1) return value;
    const at::Tensor sum = at::full({1}, value, at::kDouble);
    processes.sum({sum});
    return sum.item<double>();
}

} // namespace

std::optional<StepResult> TrainStep::take(std::int64_t index, const std::vector<MicroBatch>& window,
                                          double learningRate, const Proceed& proceed) {
    const Gradients gradients(m_parts.parameters);
    StepResult result{.learningRate = learningRate};
    if (!accumulate(index, window, proceed, result)) return std::nullopt;
    update(index, result);
    return result;
}

double TrainStep::windowWeight(const std::vector<MicroBatch>& window) const {
    double weight = 0;
    for (const MicroBatch& batch : window)
        weight += weightOf(m_parts.objective, batch);
    return summed(weight, m_parts.processes);
}

bool TrainStep::accumulate(std::int64_t index, const std::vector<MicroBatch>& window, const Proceed& proceed,
                           StepResult& result) {
    const double weight = windowWeight(window);
    double lossSum = 0;
    for (std::size_t i = 0; i < window.size(); ++i) {
        if (i > 0 && proceed && !proceed()) return false;
        result.tokens += tokenCount(window[i]);
        if (weightOf(m_parts.objective, window[i]) == 0) continue;
        if (m_parts.memory) m_parts.memory->forwardBegins();
        const Judgement part = evaluate(m_parts.objective,
                                        {.model = m_parts.model,
                                         .adapters = m_parts.adapters,
                                         .compute = m_options.compute,
                                         .training = true,
                                         .checkpointing = m_options.checkpointing,
                                         .dropout = {.seed = m_options.seed,
                                                     .step = static_cast<std::uint64_t>(index),
                                                     .microBatch = static_cast<std::uint32_t>(i)}},
                                        window[i], m_options.reference);
        if (m_parts.memory) m_parts.memory->forwardEnded();
        (part.lossSum / weight).backward();
        lossSum += part.lossSum.item<double>();
        add(result.metrics, part.metrics);
    }
    result.loss = weight > 0 ? summed(lossSum, m_parts.processes) / weight : 0;
    return true;
}

void TrainStep::update(std::int64_t index, StepResult& result) {
    refuseChangedFiles();
    const auto all = gradientsOf(m_parts.parameters);
    m_parts.processes.sum(all);
    if (m_parts.memory) m_parts.memory->backwardEnded(bytesOf(all));
    result.gradientNorm = ops::gradientNorm(all);
    const std::string step = std::to_string(index + 1);
    if (!std::isfinite(result.loss) || !std::isfinite(result.gradientNorm))
        throw Error{ErrorKind::NonFinite,
                    "The loss or its gradient is no longer a number at step " + step + ".",
                    "Lower the learning rate, or choose bfloat16 or float32; the last checkpoint is intact.",
                    {{"step", step}}};
    if (m_options.maxGradNorm > 0) // torch's clip_grad_norm_: the factor is applied only where it shortens
        ops::scaleGradients(all, std::min(1.0, m_options.maxGradNorm / (result.gradientNorm + 1e-6)));
    m_parts.optimizer.step(result.learningRate);
}

} // namespace fettle
