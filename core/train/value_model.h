#pragma once

#include "core/train/run_parts.h"
#include "core/train/trainable.h"

namespace fettle {

// Whether the run has one: what it expects of an answer after each of its tokens is learned beside the model.
[[nodiscard]] bool hasValueModel(const RunConfig& config);

// It starts as the run's reward model (as TRL's PPO wants it), else as the base with a fresh score. A reward model that
// is an adapter goes on as that adapter; another is trained as the run trains: whole, or by a new LoRA. Errors of
// openScored and Adapter::make; Cancelled where `stop` is raised.
[[nodiscard]] Trainable loadValueModel(const RunParts& parts, const CancelFlag& stop = {});

// All that an optimizer moves: what the run trains, and the value model's leaves under "value.".
[[nodiscard]] NamedTensors withValues(const Trainable& trainable, const std::optional<Trainable>& values);

} // namespace fettle
