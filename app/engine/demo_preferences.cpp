#include "app/engine/best_of.h"
#include "app/engine/demo_stages.h"
#include "app/engine/run_sides.h"

#include <algorithm>
#include <cstdio>

namespace fettle::engine {

namespace {

constexpr std::ptrdiff_t kShown = 4;

// The model as it speaks, drawn at a chat's usual temperature.
struct Spoken {
    OpenModel model;
    std::vector<std::string> texts;
};

Spoken spoken(const DemoOptions& options, const DemoStage& stage, const std::vector<Question>& questions) {
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

// What the reward model says of the answers, the mean.
double meanReward(const DemoOptions& options, const DemoStage& reward, const std::vector<Question>& questions,
                  const std::vector<std::string>& texts) {
    std::vector<Generation> generations;
    std::vector<Json> rows;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        generations.push_back({.text = texts[i]});
        rows.push_back({{"messages",
                         {{{"role", "user"}, {"content", questions[i].question}},
                          {{"role", "assistant"}, {"content", texts[i]}}}}});
    }
    double sum = 0;
    for (const Candidate& candidate : judgedBy(reward.folder.adapterFolder().string(),
                                               {.model = "pocket",
                                               .device = options.device,
                                               .dtype = "float32",
                                               .threads = static_cast<int>(options.threads)},
                                               generations, rows))
        sum += candidate.reward;
    return sum / static_cast<double>(texts.size());
}

// The reward model itself writes no answers; it is judged by the pairs that it did not learn from.
Json toldOfReward(const DemoStage& reward) {
    const RunHistory history = readHistory(reward.folder.eventsFile());
    const std::int64_t best = readJson(reward.folder.bestFile()).at("step");
    const auto kept = std::ranges::find(history.evaluations, best,
                                        [](const Json& event) { return event.at("step").get<std::int64_t>(); });
    return {{"stage", reward.name},
            {"accuracy", kept->at("eval_accuracy")},
            {"margin", kept->at("eval_margin")},
            {"train_seconds", reward.seconds},
            {"run_folder", reward.folder.path().string()}};
}

// What every row of the table is made with.
struct Ladder {
    const DemoOptions& options;
    const std::vector<Question>& questions;
    const DemoStage& reward;
    const OpenModel& start;
};

Json told(const DemoStage& stage, const Ladder& ladder, const Spoken& now) {
    const std::vector<Question>& questions = ladder.questions;
    const AnswerShares shares = sharesOf(questions, now.texts);
    const std::vector<std::string> shown(now.texts.begin(),
                                         now.texts.begin() + std::min(kShown, std::ssize(now.texts)));
    return {{"stage", stage.name},
            {"short", shares.isShort},
            {"polite", shares.polite},
            {"true", shares.isTrue},
            {"all", shares.all},
            {"kl", distance(ladder.start, now, questions)},
            {"reward", meanReward(ladder.options, ladder.reward, questions, now.texts)},
            {"probe_loss", probeLoss(now.model)},
            {"examples", shown},
            {"train_seconds", stage.seconds},
            {"run_folder", stage.folder.path().string()}};
}

void showExamples(const Session& session, const std::vector<Question>& questions, const Json& stages) {
    for (std::size_t i = 0; i < stages[0]["examples"].size(); ++i) {
        session.output.line("\n" + questions[i].question);
        for (const Json& stage : stages)
            session.output.line("  " + stage["stage"].get<std::string>() + "  " +
                                stage["examples"][i].get<std::string>());
    }
}

void show(const Session& session, const std::vector<Question>& questions, const Json& stages, const Json& reward) {
    showExamples(session, questions, stages);
    session.output.line("\nOf the answers to " + std::to_string(questions.size()) +
                        " held-out questions\n          short    polite      true  all three   reward       KL  other "
                        "text    time");
    char text[200];
    for (const Json& stage : stages) {
        std::snprintf(text, sizeof text,
                      "  %-5s %5.1f %%   %5.1f %%   %5.1f %%   %5.1f %%   %6.2f   %6.3f     %6.3f  %4.0f s",
                      stage["stage"].get<std::string>().c_str(), 100 * stage["short"].get<double>(),
                      100 * stage["polite"].get<double>(), 100 * stage["true"].get<double>(),
                      100 * stage["all"].get<double>(), stage["reward"].get<double>(), stage["kl"].get<double>(),
                      stage["probe_loss"].get<double>(), stage["train_seconds"].get<double>());
        session.output.line(std::string(text));
    }
    std::snprintf(text, sizeof text,
                  "The reward model has %.1f %% of the held-out pairs the right way round, trained in %.0f s.",
                  100 * reward["accuracy"].get<double>(), reward["train_seconds"].get<double>());
    session.output.line(std::string(text));
    session.output.line("The runs: " +
                        std::filesystem::path(reward["run_folder"].get<std::string>()).parent_path().string());
}

} // namespace

void demoPreferences(const DemoOptions& options, const Session& session) {
    const RunFolder folder = demoFolder(options.out, "pocket-preferences");
    const auto below = [&](const char* name) { return RunFolder(folder.path() / name); };
    const auto questions = heldOutQuestions(options);
    const DemoStage first = supervisedStage(options, below("sft"));
    const DemoStage reward = rewardStage(options, below("reward"));
    const Spoken start = spoken(options, first, questions);
    const Ladder ladder{options, questions, reward, start.model};
    Json stages = {told(first, ladder, start)};
    const auto add = [&](const DemoStage& stage) {
        stages.push_back(told(stage, ladder, spoken(options, stage, questions)));
    };
    add(preferredStage(options, below("dpo"), first, DpoObjective{}));
    add(preferredStage(options, below("orpo"), first, OrpoObjective{}));
    add(preferredStage(options, below("kto"), first, KtoObjective{}));
    add(drawnStage(options, below("grpo"), first, reward));
    const Json judged = toldOfReward(reward);
    if (session.json)
        session.output.line(Json{{"questions", questions.size()}, {"stages", stages}, {"reward_model", judged}});
    else
        show(session, questions, stages, judged);
}

} // namespace fettle::engine
