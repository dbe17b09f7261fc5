#include "app/engine/run_sides.h"
#include "app/engine/session.h"
#include "app/engine/signals.h"
#include "core/base/files.h"
#include "core/data/shuffle.h"
#include "core/judge/paired.h"
#include "core/verdict/asking.h"

#include <algorithm>
#include <cstdio>

namespace fettle::engine {

namespace {

constexpr std::uint64_t kStream = 0x61736b; // of draws of questions and examples
constexpr std::ptrdiff_t kPromptWays = 5;

struct Options {
    ModelOptions model;
    std::string file, format = "auto", scorer = "auto", pattern;
    std::size_t samples = 100, shots = 4;
    std::int64_t maxTokens = 0;
    std::uint64_t seed = 42;
};

// Questions to ask, and others to show as examples.
struct Questions {
    std::vector<AskedQuestion> asked, examples;
};

Questions drawn(const Options& options) {
    const std::vector<AskedQuestion> all =
        questionsOf(readDataset({.path = options.file, .format = options.format}, &interruptFlag()).examples);
    if (all.size() <= options.shots)
        throw Error{ErrorKind::BadDataset,
                    options.file + " holds " + std::to_string(all.size()) + " questions, too few to ask any.",
                    "Give it rows with an answer: messages, prompt and completion, or instruction and output.",
                    {{"file", options.file}}};
    Questions questions;
    for (const std::int64_t index : permutation(std::ssize(all), options.seed, kStream)) {
        auto& list = questions.examples.size() < options.shots ? questions.examples : questions.asked;
        if (list.size() < std::max(options.samples, options.shots))
            list.push_back(all[static_cast<std::size_t>(index)]);
    }
    return questions;
}

std::vector<std::string> expectedOf(const std::vector<AskedQuestion>& questions) {
    std::vector<std::string> expected;
    for (const AskedQuestion& question : questions)
        expected.push_back(question.expected);
    return expected;
}

std::int64_t longestAnswer(const std::vector<AskedQuestion>& questions, const Tokenizer& tokenizer) {
    std::int64_t longest = 0;
    for (const AskedQuestion& question : questions)
        longest = std::max(longest, std::ssize(tokenizer.encode(question.expected, SpecialTokens::None).ids));
    return longest;
}

// `direct`: the scores of the plain questions.
Json told(const AskingResult& result, const std::vector<double>& direct) {
    const PairedDifference difference = pairedDifference(direct, result.scores);
    Json json = {{"type", "way"}, {"name", result.name}, {"score", difference.tuned}};
    json.update(toJson(difference));
    json["verdict"] = verdictName(verdictOf(difference, true));
    json.update({{"prompt_tokens", result.promptTokens},
                 {"output_tokens", result.outputTokens},
                 {"milliseconds", result.milliseconds},
                 {"bytes", result.bytes}});
    return json;
}

void show(const Session& session, const Json& way) {
    if (session.json) return session.output.line(way);
    char text[240];
    std::snprintf(text, sizeof text, "%-24s %6.1f %%  %+6.1f  %8.1f  %8.1f  %8.1f ms  %10llu",
                  way["name"].get<std::string>().c_str(), 100 * way["score"].get<double>(),
                  100 * way["difference"].get<double>(), way["prompt_tokens"].get<double>(),
                  way["output_tokens"].get<double>(), way["milliseconds"].get<double>(),
                  static_cast<unsigned long long>(way["bytes"].get<std::uint64_t>()));
    session.output.line(std::string(text));
}

void run(const Options& options, const Session& session) {
    const Questions questions = drawn(options);
    const std::string kind = chosenScorer(options.scorer, expectedOf(questions.asked));
    const auto scorer = makeScorer(kind, options.pattern);
    ModelOptions loading = options.model;
    loading.stop = &interruptFlag();
    const OpenModel model = openModel(loading);
    const Side base = sideOf(model);
    const PromptMaker prompt = [&](const Json& messages) {
        return conversationIds(model.text, {.messages = messages});
    };
    const std::int64_t room = longestAnswer(questions.asked, *model.text.tokenizer) + 16;
    const Asking asking{.side = base,
                        .prompt = prompt,
                        .scorer = *scorer,
                        .maxNewTokens = options.maxTokens > 0 ? options.maxTokens : room,
                        .work = {.stop = &interruptFlag()}};
    if (!session.json)
        session.output.line(std::to_string(questions.asked.size()) + " questions, judged by " + kind +
                            "\n                           right    more    prompt    answer      time       bytes");
    Json ways = Json::array();
    const auto progress = progressLines(session, "asking_base");
    const auto tell = [&](const AskingResult& result, const std::vector<double>& direct) {
        ways.push_back(told(result, direct));
        show(session, ways.back());
        if (progress) progress(std::ssize(ways), kPromptWays + std::ssize(model.adapters));
    };
    const AskingResult direct = askDirectly(asking, questions.asked);
    tell(direct, direct.scores);
    tell(askWithExamples(asking, questions.asked, questions.examples), direct.scores);
    tell(askAsText(asking, questions.asked, questions.examples), direct.scores);
    tell(askToThink(asking, questions.asked), direct.scores);
    tell(askTwice(asking, questions.asked), direct.scores);
    for (std::size_t i = 0; i < model.adapters.size(); ++i) {
        const Side tuned = sideOf(model, std::span(&model.adapters[i], 1));
        const std::filesystem::path folder = options.model.adapters[i];
        AskingResult result = askDirectly({.side = tuned,
                                           .prompt = prompt,
                                           .scorer = *scorer,
                                           .maxNewTokens = asking.maxNewTokens,
                                           .work = asking.work},
                                          questions.asked, folder.lexically_normal().string());
        result.bytes = bytesBelow(folder);
        tell(result, direct.scores);
    }
    if (session.json)
        session.output.line(
            Json{{"type", "comparison"}, {"scorer", kind}, {"questions", questions.asked.size()}, {"ways", ways}});
}

} // namespace

void addCompare(CLI::App& app, Session& session) {
    auto options = std::make_shared<Options>();
    CLI::App* verb = addVerb(app, "compare");
    options->model.addTo(*verb);
    verb->add_option("--file", options->file, "Questions with their answers, as rows of a data file")->required();
    verb->add_option("--format", options->format, "Of the file's rows, as data.format")->capture_default_str();
    verb->add_option("--samples", options->samples, "Questions to ask, at most")->capture_default_str();
    verb->add_option("--shots", options->shots, "Examples in the prompt")->capture_default_str();
    verb->add_option("--scorer", options->scorer, "auto, or a scorer of `fettle evaluate`")->capture_default_str();
    verb->add_option("--pattern", options->pattern, "Of the scorer regex");
    verb->add_option("--max-tokens", options->maxTokens, "Of an answer (default: as long as those expected, and some)");
    verb->add_option("--seed", options->seed, "Draws questions and examples")->capture_default_str();
    verb->callback([options, &session] { run(*options, session); });
}

} // namespace fettle::engine
