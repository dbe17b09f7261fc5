#include "app/engine/demo_run.h"
#include "app/engine/question_answers.h"
#include "core/base/files.h"

#include <algorithm>
#include <cstdio>
#include <sstream>

namespace fettle::engine {

namespace {

constexpr std::ptrdiff_t kShown = 6;

struct Stage {
    const char* name;
    RunFolder folder;
    double seconds = 0;
};

// Both answers of each pair as conversations, the better and the worse alike: what a model hears that learns from
// everybody.
void writeBothAnswers(const std::filesystem::path& pairs, const std::filesystem::path& out) {
    std::string lines, line;
    for (std::istringstream read(readFile(pairs)); std::getline(read, line);) {
        const Json pair = parseJson(line, pairs.string());
        for (const char* side : {"chosen", "rejected"})
            lines += toLine({{"messages", {pair.at("prompt").at(0), pair.at(side).at(0)}}}) + "\n";
    }
    writeFileAtomically(out, lines);
}

Stage supervised(const DemoOptions& options, const RunFolder& folder) {
    RunConfig config = demoConfig(options, "pocket-chat.json");
    const std::filesystem::path both = folder.path() / "both-answers.jsonl";
    makeFolder(folder.path());
    writeBothAnswers(pocketData("preferences.jsonl"), both);
    config.data.train.insert(config.data.train.end(), 4, {.path = both.string()});
    return {"sft", folder, trainDemo(config, folder)};
}

Stage preferred(const DemoOptions& options, const RunFolder& folder, const RunFolder& start) {
    RunConfig config = demoConfig(options, "pocket-preferences.json");
    config.adapter = LoraConfig{.initFrom = start.adapterFolder().string()};
    return {"dpo", folder, trainDemo(config, folder)};
}

// As the model speaks: drawn at a chat's usual temperature.
Json sharesOf(const DemoOptions& options, const Stage& stage, const std::vector<Question>& questions) {
    const OpenModel model = openTuned(options, stage.folder);
    const auto texts = answers(model, questions, model.streamAdapters(1), asConversation(model.text), 0.7);
    const AnswerShares shares = sharesOf(questions, texts);
    const std::vector<std::string> shown(texts.begin(), texts.begin() + std::min(kShown, std::ssize(texts)));
    return {{"stage", stage.name},
            {"short", shares.isShort},
            {"polite", shares.polite},
            {"true", shares.isTrue},
            {"all", shares.all},
            {"examples", shown},
            {"train_seconds", stage.seconds},
            {"run_folder", stage.folder.path().string()}};
}

void show(const Session& session, const std::vector<Question>& questions, const Json& stages) {
    for (std::size_t i = 0; i < stages[0]["examples"].size(); ++i) {
        session.output.line("\n" + questions[i].question);
        for (const Json& stage : stages)
            session.output.line("  " + stage["stage"].get<std::string>() + "  " +
                                stage["examples"][i].get<std::string>());
    }
    session.output.line("\nOf the answers to " + std::to_string(questions.size()) +
                        " held-out questions\n         short    polite      true  all three");
    for (const Json& stage : stages) {
        char text[120];
        std::snprintf(text, sizeof text, "  %s  %5.1f %%   %5.1f %%   %5.1f %%   %5.1f %%",
                      stage["stage"].get<std::string>().c_str(), 100 * stage["short"].get<double>(),
                      100 * stage["polite"].get<double>(), 100 * stage["true"].get<double>(),
                      100 * stage["all"].get<double>());
        session.output.line(std::string(text));
    }
    session.output.line("The run: " + stages.back()["run_folder"].get<std::string>());
}

} // namespace

void demoPreferences(const DemoOptions& options, const Session& session) {
    const RunFolder folder = demoFolder(options.out, "pocket-preferences");
    const Stage first = supervised(options, RunFolder(folder.path() / "sft"));
    const Stage second = preferred(options, RunFolder(folder.path() / "dpo"), first.folder);
    const auto questions = heldOutQuestions(options);
    const Json stages = {sharesOf(options, first, questions), sharesOf(options, second, questions)};
    if (session.json)
        session.output.line(Json{{"questions", questions.size()}, {"stages", stages}});
    else
        show(session, questions, stages);
}

} // namespace fettle::engine
