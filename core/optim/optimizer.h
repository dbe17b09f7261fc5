#pragma once

#include "core/config/run_config.h"
#include "core/weights/tensors.h"

#include <memory>
#include <vector>

namespace fettle {

// Updates leaves from their gradients. The only thing that writes weights while a run trains, and it says so
// (ops::markWritten), whatever the kind.
class Optimizer {
public:
    explicit Optimizer(NamedTensors parameters) : m_parameters(std::move(parameters)) {}
    virtual ~Optimizer() = default;

    // One update with the gradients as they stand; a parameter without a gradient is left alone.
    void step(double learningRate);
    [[nodiscard]] std::int64_t steps() const { return m_steps; } // taken so far

    // The tensors of the state itself as "<state>.<parameter name>", for optimizer.safetensors.
    [[nodiscard]] virtual NamedTensors state() const = 0;
    // Copies such tensors back. Error{BadFile} if one is missing or of another shape.
    virtual void restore(const TensorSource& source, std::int64_t steps);

protected:
    [[nodiscard]] const NamedTensors& parameters() const { return m_parameters; }
    // Writes the parameters; steps() counts this step already.
    virtual void update(double learningRate) = 0;

private:
    NamedTensors m_parameters;
    std::int64_t m_steps = 0;
};

// Parameters that share a learning rate: `rateRatio` times that of the step.
struct ParameterGroup {
    NamedTensors parameters;
    double rateRatio = 1;
};

[[nodiscard]] std::unique_ptr<Optimizer> makeOptimizer(const OptimizerConfig& config, const NamedTensors& parameters);
// One for each group, stepped together.
[[nodiscard]] std::unique_ptr<Optimizer> makeOptimizer(const OptimizerConfig& config,
                                                       const std::vector<ParameterGroup>& groups);

// Whether weight decay applies: not to biases and not to norms (transformers' Trainer.get_decay_parameter_names).
[[nodiscard]] bool isDecayed(const std::string& parameterName);

} // namespace fettle
