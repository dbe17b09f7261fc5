#include "app/engine/demo_run.h"

#include "app/engine/progress_line.h"
#include "app/engine/run_sides.h"
#include "app/engine/signals.h"
#include "core/base/files.h"
#include "core/base/resources.h"
#include "core/config/recipes.h"
#include "core/data/token_folder.h"
#include "core/train/run_training.h"
#include "core/verdict/side.h"

#include <chrono>
#include <numeric>

namespace fettle::engine {

namespace fs = std::filesystem;

fs::path pocketData(const char* name) {
    return resourceFolder() / "pocket" / "data" / name;
}

RunFolder demoFolder(const std::string& out, const std::string& name) {
    if (!out.empty()) return RunFolder(out);
    for (int number = 1;; ++number) {
        fs::path folder = dataHome() / "runs" / (name + "-" + std::to_string(number));
        if (!fs::exists(folder)) return RunFolder(std::move(folder));
    }
}

RunConfig demoConfig(const DemoOptions& options, const char* recipe) {
    RunConfig config = readRecipe(recipeFolder() / recipe);
    config.seed = options.seed;
    config.threads = options.threads;
    config.device = options.device;
    return config;
}

double trainDemo(const RunConfig& config, const RunFolder& folder) {
    makeFolder(folder.path());
    writeJson(folder.configFile(), nonDefaults(config));
    const auto lock = folder.lock();
    folder.refuseRepetition();
    folder.removeUnfinished();
    CommandQueue commands(interruptFlag());
    ProgressLine progress;
    EventLog log(folder.eventsFile(), [&](const std::string& line) { progress.show(line); });
    const auto start = std::chrono::steady_clock::now();
    runTraining(folder, log, commands, {.folder = tokenFolder()});
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

namespace {

OpenModel open(const DemoOptions& options, const std::string& model, const std::vector<std::string>& adapters) {
    return openModel({.model = model,
                      .adapters = adapters,
                      .device = options.device,
                      .dtype = "float32",
                      .threads = static_cast<int>(options.threads)});
}

} // namespace

OpenModel openPocket(const DemoOptions& options) {
    return open(options, "pocket", {});
}

OpenModel openTuned(const DemoOptions& options, const RunFolder& folder) {
    const RunSides sides = sidesOf(folder, readRunConfig(folder.configFile()), {});
    return sides.isAdapter ? open(options, "pocket", {sides.result.string()})
                           : open(options, sides.result.string(), {});
}

std::vector<Question> heldOutQuestions(const DemoOptions& options) {
    return drawQuestions(readQuestions(pocketData("held_out.jsonl")), options.questions, options.checkSeed);
}

PromptMaker asFewShot(const TextSide& text, const DemoOptions& options) {
    std::string shots;
    for (const Question& shot : drawQuestions(readQuestions(pocketData("chat.jsonl")), kDemoShots, options.checkSeed))
        shots += "Q: " + shot.question + "\nA: " + shot.answer + "\n";
    return [shots, tokenizer = text.tokenizer](const Question& question) {
        return tokenizer->encode(shots + "Q: " + question.question + "\nA:", SpecialTokens::Add).ids;
    };
}

double probeLoss(const OpenModel& model) {
    const auto probes = probeRows(readFile(resourceFolder() / "probes" / "general.txt"), *model.text.tokenizer,
                                  model.base->architecture().maxPositions);
    const auto losses = lossesOf(sideOf(model, model.adapters), probes);
    return std::accumulate(losses.begin(), losses.end(), 0.0) / static_cast<double>(losses.size());
}

} // namespace fettle::engine
