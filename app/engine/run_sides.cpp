#include "app/engine/run_sides.h"

namespace fettle::engine {

Side sideOf(const OpenModel& model, std::span<const Adapter> adapters) {
    Side side{.model = *model.model,
              .tokenizer = model.text.tokenizer,
              .stopIds = model.text.turnStopIds,
              .streams = {},
              .adapters = {},
              .compute = model.compute};
    for (const Adapter& adapter : adapters) {
        side.streams.emplace_back(adapter.slots(), 1);
        side.adapters.push_back({.slots = adapter.slots(), .strengths = {1}});
    }
    return side;
}

namespace {

OpenModel open(const RunSides& sides, const std::string& model, const std::vector<std::string>& adapters) {
    ModelOptions options = sides.options;
    options.model = model;
    options.adapters = adapters;
    return openModel(options);
}

// Where a result may lie, best first: of a finished run, and of one that was stopped.
std::vector<std::pair<std::filesystem::path, bool>> results(const RunFolder& run) {
    std::vector<std::pair<std::filesystem::path, bool>> places = {{run.adapterFolder(), true},
                                                                  {run.modelFolder(), false}};
    if (const auto steps = run.checkpoints(); !steps.empty()) {
        const auto last = run.checkpointFolder(steps.back());
        places.insert(places.end(), {{last / "adapter", true}, {last / "model", false}});
    }
    return places;
}

} // namespace

RunSides sidesOf(const RunFolder& run, const RunConfig& config, const ModelOptions& options) {
    RunSides sides{.options = options, .base = config.model.path};
    for (const auto& [folder, isAdapter] : results(run)) {
        if (!std::filesystem::is_directory(folder)) continue;
        sides.result = folder;
        sides.isAdapter = isAdapter;
        return sides;
    }
    throw Error{ErrorKind::FileNotFound,
                run.path().string() + " has no result yet.",
                "Let the run finish, or stop it: what it has then can be judged.",
                {{"file", run.path().string()}}};
}

void askBoth(const RunSides& sides, const std::function<void(const Side& base)>& askBase,
             const std::function<void(const Side& tuned)>& askTuned) {
    if (sides.isAdapter) {
        const OpenModel both = open(sides, sides.base, {sides.result.string()});
        askBase(sideOf(both));
        askTuned(sideOf(both, both.adapters));
        return;
    }
    {
        const OpenModel base = open(sides, sides.base, {});
        askBase(sideOf(base));
    }
    const OpenModel tuned = open(sides, sides.result.string(), {});
    askTuned(sideOf(tuned));
}

} // namespace fettle::engine
