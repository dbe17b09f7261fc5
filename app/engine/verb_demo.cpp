#include "app/common/token_folder.h"
#include "app/engine/model_options.h"
#include "app/engine/progress_line.h"
#include "app/engine/questions.h"
#include "app/engine/session.h"
#include "app/engine/signals.h"
#include "core/base/files.h"
#include "core/source/base_models.h"
#include "core/train/run_training.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace fettle::engine {

namespace {

namespace fs = std::filesystem;

constexpr std::size_t kShots = 4, kShown = 8, kAtOnce = 64;

struct Options {
    std::string out, device = "auto";
    std::int64_t seed = 42, threads = 0;
    std::uint64_t checkSeed = 1;
    std::size_t questions = 300;
};

fs::path nextRunFolder() {
    for (int number = 1;; ++number) {
        fs::path folder = dataHome() / "runs" / ("pocket-demo-" + std::to_string(number));
        if (!fs::exists(folder)) return folder;
    }
}

fs::path dataFile(const char* name) {
    return resourceFolder() / "pocket" / "data" / name;
}

double train(const Options& options, const RunFolder& folder) {
    Json config = readJson(resourceFolder() / "recipes" / "pocket-chat.json");
    config["seed"] = options.seed;
    config["threads"] = options.threads;
    config["device"] = options.device;
    config["data"]["train"] = Json::array({{{"path", dataFile("chat.jsonl").string()}}});
    makeFolder(folder.path());
    writeJson(folder.configFile(), config);
    const auto lock = folder.lock();
    folder.refuseRepetition();
    folder.removeUnfinished();
    CommandQueue commands(interruptFlag());
    ProgressLine progress;
    EventLog log(folder.eventsFile(), [&](const std::string& line) { progress.show(line); });
    const auto start = std::chrono::steady_clock::now();
    runTraining(folder, log, commands, {.folder = cli::tokenFolder()});
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

using PromptMaker = std::function<std::vector<TokenId>(const Question&)>;

// Greedy answers, many questions in one batch.
std::vector<std::string> answers(const OpenModel& model, const std::vector<Question>& questions,
                                 const StreamAdapters& adapters, const PromptMaker& prompt) {
    std::vector<std::string> texts;
    for (std::size_t begin = 0; begin < questions.size(); begin += kAtOnce) {
        std::vector<GenerateRequest> requests;
        for (std::size_t i = begin; i < std::min(begin + kAtOnce, questions.size()); ++i)
            requests.push_back({.prompt = prompt(questions[i]),
                                .adapters = adapters,
                                .sampling = {.temperature = 0, .maxNewTokens = 32, .stopStrings = {"\n"}},
                                .stopIds = model.stopIds});
        for (const Generation& answer : generate(*model.model, model.tokenizer, requests, model.compute))
            texts.push_back(answer.text.starts_with(' ') ? answer.text.substr(1) : answer.text);
    }
    return texts;
}

double accuracy(const std::vector<Question>& questions, const std::vector<std::string>& texts) {
    std::size_t right = 0;
    for (std::size_t i = 0; i < questions.size(); ++i)
        right += questions[i].answer == texts[i];
    return static_cast<double>(right) / static_cast<double>(questions.size());
}

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
        questions.size(), 100 * result["base_accuracy"].get<double>(), kShots,
        100 * result["base_few_shot_accuracy"].get<double>(), 100 * result["tuned_accuracy"].get<double>(),
        result["train_seconds"].get<double>());
    session.output.line(std::string(text));
    session.output.line("The run: " + result["run_folder"].get<std::string>());
}

std::string fewShotPrompt(const std::vector<Question>& shots, const Question& question) {
    std::string text;
    for (const Question& shot : shots)
        text += "Q: " + shot.question + "\nA: " + shot.answer + "\n";
    return text + "Q: " + question.question + "\nA:";
}

void run(const Options& options, const Session& session) {
    const RunFolder folder(options.out.empty() ? nextRunFolder() : fs::path(options.out));
    const double seconds = train(options, folder);

    ModelOptions opened{.model = "pocket", .adapters = {folder.adapterFolder().string()}, .device = options.device};
    opened.dtype = "float32";
    opened.threads = static_cast<int>(options.threads);
    const OpenModel model = openModel(opened);
    const auto questions =
        drawQuestions(readQuestions(dataFile("held_out.jsonl")), options.questions, options.checkSeed);
    const auto shots = drawQuestions(readQuestions(dataFile("chat.jsonl")), kShots, options.checkSeed);
    const PromptMaker asChat = [&](const Question& q) {
        ChatRequest request;
        request.messages.push_back({{"role", "user"}, {"content", q.question}});
        return conversationIds(model, request);
    };
    const PromptMaker asFewShot = [&](const Question& q) {
        return model.tokenizer->encode(fewShotPrompt(shots, q), SpecialTokens::Add).ids;
    };
    const auto base = answers(model, questions, {}, asChat);
    const auto fewShot = answers(model, questions, {}, asFewShot);
    const auto tuned = answers(model, questions, model.streamAdapters(1), asChat);
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
    auto options = std::make_shared<Options>();
    CLI::App* verb = addVerb(app, "demo");
    verb->add_option("--out", options->out, "Run folder (default: a new one among the runs)");
    verb->add_option("--seed", options->seed, "Training seed")->capture_default_str();
    verb->add_option("--check-seed", options->checkSeed, "Draws the held-out questions")->capture_default_str();
    verb->add_option("--questions", options->questions, "How many to draw")->capture_default_str();
    verb->add_option("--device", options->device)->capture_default_str();
    verb->add_option("--threads", options->threads)->capture_default_str();
    verb->callback([options, &session] { run(*options, session); });
}

} // namespace fettle::engine
