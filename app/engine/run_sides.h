#pragma once

#include "app/engine/model_options.h"
#include "core/run/run_folder.h"
#include "core/verdict/side.h"

#include <functional>
#include <span>

namespace fettle::engine {

// The model with these of its adapters at their own strength; without any, the base.
[[nodiscard]] Side sideOf(const OpenModel& model, std::span<const Adapter> adapters = {});

// The two that a run has: its base model, and what it made of it.
struct RunSides {
    ModelOptions options; // device, dtype and threads of both
    std::string base;     // folder or name
    std::filesystem::path result;
    bool isAdapter = true; // result is laid over the base; else it is a model of its own
};
// Error{FileNotFound} where the run has no result yet.
[[nodiscard]] RunSides sidesOf(const RunFolder& run, const RunConfig& config, const ModelOptions& options);

// Opens base, then tuned, and hands each to `ask`; a model of its own is opened only when the base is closed again.
void askBoth(const RunSides& sides, const std::function<void(const Side& base)>& askBase,
             const std::function<void(const Side& tuned)>& askTuned);

} // namespace fettle::engine
