#pragma once

#include "core/train/loss_scale.h"

#include <cstdint>
#include <optional>
#include <string>

namespace fettle {

// All of a run that is neither weights nor optimizer states: state.json of a checkpoint. Data order and dropout are
// functions of seed and step, so the step is the data cursor and the random state at once.
struct RunState {
    std::int64_t step = 0;   // finished optimizer steps
    std::int64_t tokens = 0; // seen in training
    std::optional<double> bestMetric;
    std::int64_t bestStep = 0;
    std::int64_t evaluationsWithoutGain = 0;
    std::optional<LossScale> lossScale; // of a run in float16
    bool awaitsEvaluation = false;      // the evaluation that follows the step was stopped, and is made first on resume
    // Steps that moved the weights, by which optimizer and schedule count.
    [[nodiscard]] std::int64_t updates() const { return step - (lossScale ? lossScale->skipped : 0); }
    // Every `auto` as it was resolved, so that a resumed run does not decide anew.
    std::string device, computeDtype, modelDtype;
    bool gradientCheckpointing = false;
    int threads = 1;
    // What the run was made of when this was saved (findChanges); null in checkpoints of before.
    Json config, data;
};

[[nodiscard]] Json toJson(const RunState& state);
// Error{BadFile}.
[[nodiscard]] RunState parseRunState(const Json& json);

} // namespace fettle
