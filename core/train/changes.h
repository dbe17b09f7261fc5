#pragma once

#include "core/config/run_config.h"
#include "core/plan/inputs.h"
#include "core/train/run_state.h"

#include <vector>

namespace fettle {

// {"train", "validation"}: rows, tokens, and a hash of every id and label in their order; {"base"}: weightsHash of the
// base model, null for a fresh one. Equal fingerprints are equal inputs for the numbers of a run, wherever the files
// lie.
[[nodiscard]] Json fingerprintOf(const RunConfig& config, const RunInputs& inputs);

// Error{BadConfig} where a checkpoint's tensors do not fit what the configuration asks for now: another optimizer, kind
// of adapter, rank, set of targets, or fresh model.
void refuseOtherRun(const RunState& saved, const RunConfig& config);

// Whether the checkpoint was saved under another configuration, in any key.
[[nodiscard]] bool hasOtherConfig(const RunState& saved, const RunConfig& config);

// What has changed since the checkpoint was saved, so that the run ends with other numbers than one never stopped: one
// warning event each. How long a run goes on, what it saves and what it evaluates may change in silence.
[[nodiscard]] std::vector<Json> findChanges(const RunState& saved, const RunConfig& config, const Json& fingerprint);

} // namespace fettle
