#pragma once

#include "core/device/process_group.h"
#include "core/objective/objective.h"
#include "core/optim/optimizer.h"
#include "core/train/loss_scale.h"
#include "core/train/memory_meter.h"

#include <functional>
#include <map>
#include <optional>
#include <span>

namespace fettle {

// What a step works on; all of it outlives the step.
struct StepParts {
    const CausalLM& model;
    const AdapterSet& adapters;
    const NamedTensors& parameters; // trained leaves
    const Objective& objective;
    Optimizer& optimizer;
    const ProcessGroup& processes;
    const ValueCall* values = nullptr; // ModelCall
    MemoryMeter* memory = nullptr;     // told where forward and backward begin and end
    LossScale* lossScale = nullptr;    // of a step in float16, which is told how each step went; null: none
};

struct StepOptions {
    at::ScalarType compute = at::kFloat;
    bool checkpointing = false;
    std::uint64_t seed = 0;              // of dropout
    double modelDropout = 0;             // ModelCall
    double maxGradNorm = 0;              // 0: no clipping
    std::span<const float> reference;    // objective.h, KnownFigures
    std::span<const DrawnFigures> drawn; // by micro-batch, where answers were drawn
};

struct StepResult {
    double loss = 0, gradientNorm = 0, learningRate = 0; // the norm is that before clipping
    std::int64_t tokens = 0;
    std::map<std::string, double> metrics; // means under TRL's names
    bool isSkipped = false;                // gradients overflowed at this loss scale: nothing was changed
};

// One optimizer step: micro-batches forward and backward, gradients summed, reduced over the processes, clipped, and
// the update. The only place that trains.
class TrainStep {
public:
    TrainStep(const StepParts& parts, const StepOptions& options) : m_parts(parts), m_options(options) {}

    // Asked between micro-batches; false ends the step without an update.
    using Proceed = std::function<bool()>;
    // `index` counts steps from 0. nullopt: ended by `proceed`, nothing was changed; nor was it where a loss or
    // gradient that is no number ends it by Error{NonFinite}. The host waits once, before the update.
    [[nodiscard]] std::optional<StepResult> take(std::int64_t index, const std::vector<MicroBatch>& window,
                                                 double learningRate, const Proceed& proceed = {});

private:
    [[nodiscard]] double windowWeight(const std::vector<MicroBatch>& window) const;
    // What a step's figures are made of, on the device.
    struct Sums {
        double weight = 0;
        std::int64_t tokens = 0;
        at::Tensor loss; // undefined: no micro-batch had anything to learn from
        MetricSums metrics;
    };
    [[nodiscard]] std::optional<Sums> accumulate(std::int64_t index, const std::vector<MicroBatch>& window,
                                                 const Proceed& proceed);
    [[nodiscard]] double lossScale() const { return m_parts.lossScale != nullptr ? m_parts.lossScale->scale : 1; }
    [[nodiscard]] at::Tensor collectGradients();
    [[nodiscard]] bool isUpdate(std::int64_t index, const StepResult& result) const;
    [[nodiscard]] StepResult read(const Sums& sums, const at::Tensor& norm) const;

    StepParts m_parts;
    StepOptions m_options;
};

} // namespace fettle
