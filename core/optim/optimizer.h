#pragma once

#include "core/config/run_config.h"
#include "core/weights/tensors.h"

#include <memory>

namespace fettle {

// Updates leaves from their gradients. The only thing that writes weights.
class Optimizer {
public:
    virtual ~Optimizer() = default;

    // One update with the gradients as they stand; a parameter without a gradient is left alone.
    virtual void step(double learningRate) = 0;
    [[nodiscard]] virtual std::int64_t steps() const = 0;

    // State tensors in fp32 as "<state>.<parameter name>", for optimizer.safetensors.
    [[nodiscard]] virtual NamedTensors state() const = 0;
    // Error{BadFile} if a tensor is missing or of another shape.
    virtual void restore(const TensorSource& source, std::int64_t steps) = 0;
};

[[nodiscard]] std::unique_ptr<Optimizer> makeOptimizer(const OptimizerConfig& config, const NamedTensors& parameters);

// transformers' rule for weight decay: not for biases and not for norms (algorithms.md 6.2, get_decay_parameter_names).
[[nodiscard]] bool isDecayed(const std::string& parameterName);

} // namespace fettle
