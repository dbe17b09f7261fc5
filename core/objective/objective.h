#pragma once

#include "core/config/run_config.h"
#include "core/data/example.h"
#include "core/model/causal_lm.h"

#include <map>
#include <memory>
#include <string>

namespace fettle {

// A mean under construction: sums and counts add up over micro-batches.
struct MetricSum {
    double sum = 0;
    double count = 0;
};
using MetricSums = std::map<std::string, MetricSum>; // TRL's names

struct ObjectiveResult {
    at::Tensor lossSum; // differentiable fp32 scalar; the step's loss is the window's sum / the window's weight
    double weight = 0;  // what this micro-batch adds to that divisor
    MetricSums metrics;
};

// How the trained model is called.
struct ModelCall {
    const CausalLM& model;
    const AdapterSet& adapters;
    at::ScalarType compute = at::kFloat;
    bool training = false;
    bool checkpointing = false;
    ops::DropoutKey dropout;
};

// Batch in, loss out. Never sees text.
class Objective {
public:
    virtual ~Objective() = default;

    // Known before any forward pass, so that each micro-batch's gradient is scaled once and exactly.
    [[nodiscard]] virtual double weightOf(const MicroBatch& batch) const = 0;
    [[nodiscard]] virtual ObjectiveResult evaluate(const ModelCall& call, const MicroBatch& batch) const = 0;
};

[[nodiscard]] std::unique_ptr<Objective> makeObjective(const ObjectiveConfig& config);

} // namespace fettle
