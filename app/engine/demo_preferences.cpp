#include "app/engine/demo_run.h"
#include "app/engine/run_sides.h"
#include "core/base/files.h"

#include <algorithm>
#include <cstdio>
#include <sstream>

namespace fettle::engine {

namespace {

constexpr std::ptrdiff_t kShown = 4;

struct Stage {
    std::string name;
    RunFolder folder;
    double seconds = 0;
};

// What follows the supervised stage, each from its adapter.
struct Method {
    const char* name;
    ObjectiveConfig objective;
};

std::vector<Method> methods() {
    return {{"dpo", DpoObjective{}}, {"orpo", OrpoObjective{}}, {"kto", KtoObjective{}}};
}

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

Stage preferred(const DemoOptions& options, const RunFolder& folder, const RunFolder& start, const Method& method) {
    RunConfig config = demoConfig(options, "pocket-preferences.json");
    config.objective = method.objective;
    config.adapter = LoraConfig{.initFrom = start.adapterFolder().string()};
    return {method.name, folder, trainDemo(config, folder)};
}

// The model as it speaks, drawn at a chat's usual temperature.
struct Spoken {
    OpenModel model;
    std::vector<std::string> texts;
};

Spoken spoken(const DemoOptions& options, const Stage& stage, const std::vector<Question>& questions) {
    OpenModel model = openTuned(options, stage.folder);
    auto texts = answers(model, questions, model.streamAdapters(1), asConversation(model.text), 0.7);
    return {std::move(model), std::move(texts)};
}

// Prompts with these answers behind them, turn's end included.
std::vector<HeldOut> rowsOf(const OpenModel& model, const std::vector<Question>& questions,
                            const std::vector<std::string>& texts) {
    const PromptMaker prompt = asConversation(model.text);
    std::vector<HeldOut> rows;
    for (std::size_t i = 0; i < questions.size(); ++i) {
        std::vector<TokenId> ids = prompt(questions[i]);
        std::vector<std::uint8_t> trained(ids.size(), 0);
        const auto answer = model.text.tokenizer->encode(texts[i], SpecialTokens::None).ids;
        ids.insert(ids.end(), answer.begin(), answer.end());
        if (!model.text.turnStopIds.empty()) ids.push_back(model.text.turnStopIds.front());
        trained.resize(ids.size(), 1);
        rows.push_back({.prompt = {}, .sequence = sequenceOf(withOneAnswer(std::move(ids), trained))});
    }
    return rows;
}

// Nats by which an answer of `now` is likelier to it than to `start`, the mean: KL(now | start), estimated on its own
// answers.
double distance(const OpenModel& start, const Spoken& now, const std::vector<Question>& questions) {
    const auto rows = rowsOf(now.model, questions, now.texts);
    const auto before = lossesOf(sideOf(start, start.adapters), rows);
    const auto after = lossesOf(sideOf(now.model, now.model.adapters), rows);
    double nats = 0;
    for (std::size_t i = 0; i < rows.size(); ++i)
        nats += (before[i] - after[i]) * static_cast<double>(std::ranges::count(rows[i].sequence.trained, 1));
    return nats / static_cast<double>(rows.size());
}

Json told(const Stage& stage, const OpenModel& start, const Spoken& now, const std::vector<Question>& questions) {
    const AnswerShares shares = sharesOf(questions, now.texts);
    const std::vector<std::string> shown(now.texts.begin(),
                                         now.texts.begin() + std::min(kShown, std::ssize(now.texts)));
    return {{"stage", stage.name},
            {"short", shares.isShort},
            {"polite", shares.polite},
            {"true", shares.isTrue},
            {"all", shares.all},
            {"kl", distance(start, now, questions)},
            {"probe_loss", probeLoss(now.model)},
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
    session.output.line(
        "\nOf the answers to " + std::to_string(questions.size()) +
        " held-out questions\n          short    polite      true  all three       KL  other text    time");
    for (const Json& stage : stages) {
        char text[160];
        std::snprintf(text, sizeof text, "  %-5s %5.1f %%   %5.1f %%   %5.1f %%   %5.1f %%   %6.3f     %6.3f  %4.0f s",
                      stage["stage"].get<std::string>().c_str(), 100 * stage["short"].get<double>(),
                      100 * stage["polite"].get<double>(), 100 * stage["true"].get<double>(),
                      100 * stage["all"].get<double>(), stage["kl"].get<double>(), stage["probe_loss"].get<double>(),
                      stage["train_seconds"].get<double>());
        session.output.line(std::string(text));
    }
    session.output.line("The runs: " +
                        std::filesystem::path(stages.back()["run_folder"].get<std::string>()).parent_path().string());
}

} // namespace

void demoPreferences(const DemoOptions& options, const Session& session) {
    const RunFolder folder = demoFolder(options.out, "pocket-preferences");
    const auto questions = heldOutQuestions(options);
    const Stage first = supervised(options, RunFolder(folder.path() / "sft"));
    const Spoken start = spoken(options, first, questions);
    Json stages = {told(first, start.model, start, questions)};
    for (const Method& method : methods()) {
        const Stage stage = preferred(options, RunFolder(folder.path() / method.name), first.folder, method);
        stages.push_back(told(stage, start.model, spoken(options, stage, questions), questions));
    }
    if (session.json)
        session.output.line(Json{{"questions", questions.size()}, {"stages", stages}});
    else
        show(session, questions, stages);
}

} // namespace fettle::engine
