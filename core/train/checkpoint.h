#pragma once

#include "core/optim/optimizer.h"
#include "core/run/run_folder.h"
#include "core/train/drawn_window.h"
#include "core/train/run_state.h"
#include "core/train/trainable.h"

#include <filesystem>
#include <functional>
#include <optional>

namespace fettle {

// checkpoints/step-N: adapter/ or model/ in fp32, optimizer.safetensors, state.json, trainable.safetensors where the
// adapter's folder is not what is trained, values.safetensors of a value model, and drawn.safetensors where further
// steps learn from the same answers.
// Written under a temporary name and renamed whole, so that every checkpoint that exists is complete.
class CheckpointStore {
public:
    CheckpointStore(RunFolder folder, std::string baseName, SideFiles files);

    // What a step goes on from beside weights and optimizer; empty: nothing.
    struct Beside {
        NamedTensors drawn = {};  // toTensors(DrawnWindow)
        NamedTensors values = {}; // the value model's parameters
    };
    // `beforeRename` is called when all is written and
    // nothing is visible yet.
    [[nodiscard]] std::filesystem::path save(const RunState& state, const Trainable& trainable,
                                             const Optimizer& optimizer, const Beside& beside,
                                             const std::function<void()>& beforeRename) const;
    // The last complete checkpoint; nullopt where there is none.
    [[nodiscard]] std::optional<RunState> latest() const;
    void restore(const RunState& state, Trainable& trainable, Optimizer& optimizer) const;
    // Into the value model's leaves.
    void restoreValues(std::int64_t step, const NamedTensors& leaves) const;
    // What was kept of the answers that the step before learned from.
    [[nodiscard]] std::optional<DrawnWindow> drawn(const RunState& state) const;
    // The weights alone, of a complete checkpoint.
    void restoreWeights(std::int64_t step, Trainable& trainable) const;

    // Deletes the oldest beyond `keepLast` (0 keeps all), never the best one.
    void prune(std::int64_t keepLast, std::int64_t bestStep) const;
    // best.json, which names the best checkpoint and is there only as long as that is.
    void markBest(const RunState& state, const std::string& metric) const;
    void forgetBest() const;

private:
    RunFolder m_folder;
    std::string m_baseName;
    SideFiles m_files;
};

} // namespace fettle
