#pragma once

#include "app/engine/demo_run.h"

namespace fettle::engine {

// A trained step of the preference ladder.
struct DemoStage {
    std::string name;
    RunFolder folder;
    double seconds = 0; // of training
};

// From answers good and bad alike, as the base hears them.
[[nodiscard]] DemoStage supervisedStage(const DemoOptions& options, const RunFolder& folder);
// From the adapter of `start`, on the pairs: by DPO, ORPO or KTO.
[[nodiscard]] DemoStage preferredStage(const DemoOptions& options, const RunFolder& folder, const DemoStage& start,
                                       const ObjectiveConfig& objective);
// A reward model of the pairs, by an adapter on the base.
[[nodiscard]] DemoStage rewardStage(const DemoOptions& options, const RunFolder& folder);
// From the adapter of `start`, by GRPO: its own answers to the questions of the chat data, judged by the reward model
// and by whether the true sentence is in them.
[[nodiscard]] DemoStage drawnStage(const DemoOptions& options, const RunFolder& folder, const DemoStage& start,
                                   const DemoStage& reward);

} // namespace fettle::engine
