#include "app/engine/demo_run.h"
#include "app/engine/run_sides.h"
#include "core/base/files.h"

#include <cstdio>

namespace fettle::engine {

namespace {

// A way to train, with the learning rate that suits a model of a million parameters.
struct Rung {
    const char* name;
    AdapterConfig adapter;
    double learningRate;
};

std::vector<Rung> rungs() {
    return {{"prompt_tuning", PromptTuningConfig{.numVirtualTokens = 20}, 0.1},
            {"prefix_tuning", PrefixTuningConfig{.numVirtualTokens = 20}, 0.03},
            {"ia3", Ia3Config{}, 0.03},
            {"bottleneck", BottleneckConfig{}, 2e-3},
            {"lora", LoraConfig{.r = 16, .loraAlpha = 32}, 2e-3},
            {"full", NoAdapter{}, 1e-3}};
}

struct Measured {
    double accuracy = 0, probeLoss = 0;
};

Measured measured(const OpenModel& model, const std::vector<Question>& questions, const PromptMaker& prompt) {
    return {.accuracy = accuracy(questions, answers(model, questions, model.streamAdapters(1), prompt)),
            .probeLoss = probeLoss(model)};
}

void show(const Session& session, const Json& rung) {
    if (session.json) return session.output.line(rung);
    char text[160];
    std::snprintf(text, sizeof text, "%-16s %6.1f %%  %9lld  %10llu  %6.0f s  %7.3f",
                  rung["name"].get<std::string>().c_str(), 100 * rung["accuracy"].get<double>(),
                  static_cast<long long>(rung["trainable"].get<std::int64_t>()),
                  static_cast<unsigned long long>(rung["bytes"].get<std::uint64_t>()),
                  rung["train_seconds"].get<double>(), rung["probe_loss"].get<double>());
    session.output.line(std::string(text));
}

Json told(const std::string& name, const Measured& measured) {
    return {{"name", name}, {"accuracy", measured.accuracy}, {"trainable", 0},
            {"bytes", 0},   {"train_seconds", 0.0},          {"probe_loss", measured.probeLoss}};
}

Json climbed(const DemoOptions& options, const Rung& rung, const RunFolder& folder,
             const std::vector<Question>& questions) {
    RunConfig config = demoConfig(options, "pocket-chat.json");
    config.adapter = rung.adapter;
    config.optimizer.learningRate = rung.learningRate;
    const double seconds = trainDemo(config, folder);
    const OpenModel model = openTuned(options, folder);
    Json result = told(rung.name, measured(model, questions, asConversation(model.text)));
    result["trainable"] = readHistory(folder.eventsFile()).started.at("parameters").at("trainable");
    result["bytes"] = bytesBelow(sidesOf(folder, config, {}).result);
    result["train_seconds"] = seconds;
    return result;
}

} // namespace

void demoLadder(const DemoOptions& options, const Session& session) {
    const RunFolder folder = demoFolder(options.out, "pocket-ladder");
    const auto questions = heldOutQuestions(options);
    const OpenModel base = openPocket(options);
    if (!session.json)
        session.output.line("Right to the letter, of " + std::to_string(questions.size()) +
                            " held-out questions\n                    right  trainable       bytes      time   other "
                            "text");
    show(session, told("zero_shot", measured(base, questions, asConversation(base.text))));
    show(session, told("few_shot", measured(base, questions, asFewShot(base.text, options))));
    for (const Rung& rung : rungs())
        show(session, climbed(options, rung, RunFolder(folder.path() / rung.name), questions));
    if (!session.json) session.output.line("The runs: " + folder.path().string());
}

} // namespace fettle::engine
