#include "core/train/train_step.h"

#include "core/base/error.h"
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

// Weights that were not moved yet overflow by themselves; later it is the steps that were too large, all the more where
// the loss still is a number.
Error nonFinite(std::int64_t index, const StepResult& result) {
    const bool isLoss = !std::isfinite(result.loss);
    const std::string step = std::to_string(index + 1);
    const std::string kept = " The last checkpoint is intact.";
    return Error{ErrorKind::NonFinite,
                 std::string(isLoss ? "The loss" : "The gradient") + " is no longer a number at step " + step + ".",
                 index == 0
                     ? "Nothing was learned yet: the numbers are too large for the format, or the base's weights are "
                       "damaged. Choose bfloat16 or float32, or download the model again."
                     : "The steps were probably too large: lower the learning rate, lengthen the warm-up, or clip "
                       "gradients (max_grad_norm)." +
                           kept,
                 {{"step", step}, {"figure", isLoss ? "loss" : "grad_norm"}}};
}

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
    const std::optional<Sums> sums = accumulate(index, window, proceed);
    if (!sums) return std::nullopt;
    StepResult result = read(*sums, collectGradients());
    result.learningRate = learningRate;
    result.isSkipped = !isUpdate(index, result);
    if (!result.isSkipped) m_parts.optimizer.step(learningRate);
    return result;
}

double TrainStep::windowWeight(const std::vector<MicroBatch>& window) const {
    double weight = 0;
    for (const MicroBatch& batch : window)
        weight += weightOf(m_parts.objective, batch);
    return summed(weight, m_parts.processes);
}

std::optional<TrainStep::Sums> TrainStep::accumulate(std::int64_t index, const std::vector<MicroBatch>& window,
                                                     const Proceed& proceed) {
    Sums sums{.weight = windowWeight(window)};
    for (std::size_t i = 0; i < window.size(); ++i) {
        if (i > 0 && proceed && !proceed()) return std::nullopt;
        sums.tokens += tokenCount(window[i]);
        if (weightOf(m_parts.objective, window[i]) == 0) continue;
        if (m_parts.memory) m_parts.memory->forwardBegins();
        const Judgement part = evaluate(
            m_parts.objective,
            {.model = m_parts.model,
             .adapters = m_parts.adapters,
             .compute = m_options.compute,
             .training = true,
             .checkpointing = m_options.checkpointing,
             .dropout = {.seed = m_options.seed,
                         .step = static_cast<std::uint64_t>(index),
                         .microBatch = static_cast<std::uint32_t>(i)},
             .modelDropout = m_options.modelDropout,
             .values = m_parts.values},
            window[i],
            {.reference = m_options.reference, .drawn = m_options.drawn.empty() ? nullptr : &m_options.drawn[i]});
        if (m_parts.memory) m_parts.memory->forwardEnded();
        (part.lossSum * lossScale() / sums.weight).backward();
        const at::Tensor loss = part.lossSum.detach().to(at::kDouble);
        sums.loss = sums.loss.defined() ? sums.loss + loss : loss;
        add(sums.metrics, part.metrics);
    }
    return sums;
}

// Error{NonFinite} where no smaller loss scale would help.
bool TrainStep::isUpdate(std::int64_t index, const StepResult& result) const {
    const bool isFinite = std::isfinite(result.gradientNorm);
    const bool mayGoOn = m_parts.lossScale != nullptr ? m_parts.lossScale->note(isFinite) : isFinite;
    if (!std::isfinite(result.loss) || !mayGoOn) throw nonFinite(index, result);
    return isFinite;
}

// Of all processes, unscaled and clipped; gives the norm before clipping.
at::Tensor TrainStep::collectGradients() {
    refuseChangedFiles();
    const auto all = gradientsOf(m_parts.parameters);
    m_parts.processes.sum(all);
    if (m_parts.memory) m_parts.memory->backwardEnded(bytesOf(all));
    if (m_parts.lossScale != nullptr && !all.empty()) at::_foreach_mul_(all, 1 / lossScale());
    const at::Tensor norm = ops::gradientNorm(all);
    if (m_options.maxGradNorm > 0) ops::clipGradients(all, norm, m_options.maxGradNorm);
    return norm;
}

StepResult TrainStep::read(const Sums& sums, const at::Tensor& norm) const {
    StepResult result{.tokens = sums.tokens};
    if (!sums.loss.defined()) return result;
    m_parts.processes.sum({sums.loss});
    MetricSums all = sums.metrics;
    all["loss"] = {sums.loss, sums.weight};
    if (norm.defined()) all["grad_norm"] = {norm, 1};
    result.metrics = readMeans(all);
    const auto take = [&](const char* name) {
        const auto found = result.metrics.extract(name);
        return found.empty() ? 0 : found.mapped();
    };
    result.loss = take("loss");
    result.gradientNorm = take("grad_norm");
    return result;
}

} // namespace fettle
