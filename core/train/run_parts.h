#pragma once

#include "core/base/cancel.h"
#include "core/plan/inputs.h"
#include "core/plan/plan.h"
#include "core/run/event_log.h"
#include "core/train/run_state.h"
#include "core/train/trainable.h"

#include <ATen/ATen.h>

#include <optional>
#include <vector>

namespace fettle {

// All that a run is made of before its first step, every `auto` resolved.
struct RunParts {
    RunConfig config; // with max_length as the model allows it
    RunInputs inputs;
    Plan plan;
    at::Device device = at::kCPU;
    at::ScalarType compute = at::kFloat;
};

// Reads model description, tokenizer and data, and plans. `resumed` keeps what an earlier start resolved.
// Error{BadConfig} for a configuration that cannot run, Error{BadDataset} where nothing would be trained.
// Cancelled where `stop` is raised.
[[nodiscard]] RunParts prepareRun(const RunConfig& config, const std::optional<RunState>& resumed,
                                  const EventSink& events, const CancelFlag& stop = {}, const TokenCache& cache = {});

// The run's model as it starts, frozen. Cancelled where `stop` is raised.
[[nodiscard]] std::unique_ptr<CausalLM> loadFrozen(const RunParts& parts, const CancelFlag& stop = {});

// Loads or makes the model and the adapter, ready to train. Cancelled where `stop` is raised.
[[nodiscard]] Trainable loadTrainable(const RunParts& parts, const EventSink& events, const CancelFlag& stop = {});

} // namespace fettle
