#include "app/engine/demo_run.h"
#include "app/engine/question_answers.h"

#include <algorithm>
#include <cstdio>

namespace fettle::engine {

namespace {

constexpr std::size_t kShown = 8;

std::string cell(const std::string& text, std::size_t width) {
    std::string shown = text.size() > width ? text.substr(0, width - 3) + "..." : text;
    std::replace(shown.begin(), shown.end(), '\n', ' ');
    return shown + std::string(width - shown.size() + 2, ' ');
}

void show(const Session& session, const std::vector<Question>& questions, const std::vector<std::string>& base,
          const std::vector<std::string>& tuned, const Json& result) {
    session.output.line("\n" + cell("Held-out question", 44) + cell("Base", 36) + "Tuned");
    for (std::size_t i = 0; i < std::min(kShown, questions.size()); ++i)
        session.output.line(cell(questions[i].question, 44) + cell(base[i], 36) + tuned[i]);
    char text[240];
    std::snprintf(
        text, sizeof text,
        "\nRight to the letter, of %zu held-out questions: base %.1f %%, base with %zu examples in the prompt "
        "%.1f %%, tuned %.1f %%.\nTrained in %.0f s.",
        questions.size(), 100 * result["base_accuracy"].get<double>(), kDemoShots,
        100 * result["base_few_shot_accuracy"].get<double>(), 100 * result["tuned_accuracy"].get<double>(),
        result["train_seconds"].get<double>());
    session.output.line(std::string(text));
    session.output.line("The run: " + result["run_folder"].get<std::string>());
}

void demoChat(const DemoOptions& options, const Session& session) {
    const RunFolder folder = demoFolder(options.out, "pocket-demo");
    const double seconds = trainDemo(demoConfig(options, "pocket-chat.json"), folder);

    const OpenModel model = openTuned(options, folder);
    const auto questions = heldOutQuestions(options);
    const auto base = answers(model, questions, {}, asConversation(model.text));
    const auto fewShot = answers(model, questions, {}, asFewShot(model.text, options));
    const auto tuned = answers(model, questions, model.streamAdapters(1), asConversation(model.text));
    const Json result = {{"questions", questions.size()},
                         {"base_accuracy", accuracy(questions, base)},
                         {"base_few_shot_accuracy", accuracy(questions, fewShot)},
                         {"tuned_accuracy", accuracy(questions, tuned)},
                         {"train_seconds", seconds},
                         {"run_folder", folder.path().string()}};
    if (session.json)
        session.output.line(result);
    else
        show(session, questions, base, tuned, result);
}

} // namespace

void addDemo(CLI::App& app, Session& session) {
    auto options = std::make_shared<DemoOptions>();
    auto comparesPreferences = std::make_shared<bool>(false), climbsLadder = std::make_shared<bool>(false);
    CLI::App* verb = addVerb(app, "demo");
    verb->add_flag(
        "--preferences", *comparesPreferences,
        "SFT, then DPO, ORPO, KTO, a reward model and GRPO on it: how short, polite and true the answers get");
    verb->add_flag("--ladder", *climbsLadder,
                   "From a plain question to full fine-tuning: what each way to adapt gets right and what it costs")
        ->excludes("--preferences");
    verb->add_option("--out", options->out, "Run folder (default: a new one among the runs)");
    verb->add_option("--seed", options->seed, "Training seed")->capture_default_str();
    verb->add_option("--check-seed", options->checkSeed, "Draws the held-out questions")->capture_default_str();
    verb->add_option("--questions", options->questions, "How many to draw")->capture_default_str();
    verb->add_option("--device", options->device)->capture_default_str();
    verb->add_option("--threads", options->threads)->capture_default_str();
    verb->callback([options, comparesPreferences, climbsLadder, &session] {
        if (*climbsLadder) return demoLadder(*options, session);
        *comparesPreferences ? demoPreferences(*options, session) : demoChat(*options, session);
    });
}

} // namespace fettle::engine
