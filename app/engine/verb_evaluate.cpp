#include "app/engine/run_sides.h"
#include "app/engine/session.h"
#include "app/engine/signals.h"
#include "core/base/files.h"
#include "core/base/resources.h"
#include "core/data/token_folder.h"
#include "core/judge/scorer.h"
#include "core/plan/inputs.h"
#include "core/verdict/run_verdict.h"

#include <algorithm>
#include <cstdio>

namespace fettle::engine {

namespace {

struct Options {
    std::string folder, scorer = "auto", pattern, probes;
    std::size_t samples = 100;
    std::int64_t maxTokens = 0;
    ModelOptions model;
};

struct Questions {
    std::vector<HeldOut> rows, probes;
    std::int64_t maxNewTokens = 0;
};

// Room for the longest expected answer and some more; an answer that does not end is wrong anyway.
std::int64_t roomFor(const std::vector<HeldOut>& rows) {
    std::int64_t longest = 0;
    for (const HeldOut& row : rows)
        longest = std::max(longest, std::ssize(row.sequence.ids) - std::ssize(row.prompt));
    return std::min<std::int64_t>(longest + 32, 1024);
}

Questions readQuestions(const Options& options, const RunConfig& config, const Session& session) {
    const RunInputs inputs =
        readInputs(config, {.progress = progressLines(session, "tokenizing"), .stop = &interruptFlag()},
                   {.folder = tokenFolder()});
    const TokenizedSet& heldOut = inputs.data.validation;
    if (heldOut.rows.empty())
        throw Error{ErrorKind::BadDataset, "The run has no rows that it did not learn from.",
                    "Set data.validation_split, or data.validation to a file, and train again."};
    const std::string probes =
        options.probes.empty() ? (resourceFolder() / "probes" / "general.txt").string() : options.probes;
    Questions questions{
        .rows = heldOutRows(heldOut, *inputs.text.tokenizer, options.samples, static_cast<std::uint64_t>(config.seed)),
        .probes = probeRows(readFile(probes), *inputs.text.tokenizer, inputs.architecture.maxPositions)};
    questions.maxNewTokens = options.maxTokens > 0 ? options.maxTokens : roomFor(questions.rows);
    return questions;
}

SideResult ask(const Side& side, const Questions& questions, const Session& session, const char* phase) {
    const Work work{.progress = progressLines(session, phase), .stop = &interruptFlag()};
    const Work silent{.stop = &interruptFlag()};
    return {.answers = answersOf(side, questions.rows, questions.maxNewTokens, work),
            .losses = lossesOf(side, questions.rows, silent),
            .probeLosses = lossesOf(side, questions.probes, silent)};
}

std::string intervalText(const PairedDifference& difference, double factor, const char* unit) {
    char text[160];
    std::snprintf(text, sizeof text, "%8.3f%s  %8.3f%s   %+.3f%s  (95 %%: %+.3f to %+.3f)", factor * difference.base,
                  unit, factor * difference.tuned, unit, factor * difference.mean, unit, factor * difference.low,
                  factor * difference.high);
    return text;
}

std::string words(const PairedDifference& difference, bool isHigherBetter) {
    std::string name(verdictName(verdictOf(difference, isHigherBetter)));
    std::ranges::replace(name, '_', ' ');
    return name;
}

void show(const Session& session, const RunVerdict& verdict) {
    const auto line = [&](std::string name, const PairedDifference& difference, double factor, const char* unit,
                          bool isHigherBetter) {
        name.resize(24, ' ');
        session.output.line(name + intervalText(difference, factor, unit) + ": " + words(difference, isHigherBetter));
    };
    session.output.line("Of " + std::to_string(verdict.loss.count) +
                        " rows that the run did not learn from\n                            base      tuned");
    if (verdict.score) line(verdict.scorer, *verdict.score, 100, " %", true);
    line("loss, nats per token", verdict.loss, 1, "", false);
    if (verdict.probes) line("loss on other text", *verdict.probes, 1, "", false);
    const Json shown = toJson(verdict);
    for (const char* list : {"improved", "worsened"})
        for (const Json& row : shown[list])
            session.output.line("\n" + std::string(list) + ": " + row["question"].get<std::string>() +
                                "\n  expected  " + row["expected"].get<std::string>() + "\n  base      " +
                                row["base"].get<std::string>() + "\n  tuned     " + row["tuned"].get<std::string>());
}

void run(const Options& options, const Session& session) {
    const RunFolder folder{options.folder};
    const RunConfig config = readRunConfig(folder.configFile());
    if (options.scorer != "auto") (void)makeScorer(options.scorer, options.pattern); // before minutes of answers
    ModelOptions loading = options.model;
    loading.stop = &interruptFlag();
    const RunSides sides = sidesOf(folder, config, loading);
    const Questions questions = readQuestions(options, config, session);
    SideResult base, tuned;
    askBoth(
        sides, [&](const Side& side) { base = ask(side, questions, session, "asking_base"); },
        [&](const Side& side) { tuned = ask(side, questions, session, "asking_tuned"); });
    const RunVerdict verdict = judgeRun(questions.rows, base, tuned, options.scorer, options.pattern);
    Json result = {{"type", "verdict"}, {"rows", questions.rows.size()}};
    result.update(toJson(verdict));
    writeJson(folder.verdictFile(), result);
    if (session.json)
        session.output.line(result);
    else
        show(session, verdict);
}

} // namespace

void addEvaluate(CLI::App& app, Session& session) {
    auto options = std::make_shared<Options>();
    CLI::App* verb = addVerb(app, "evaluate");
    std::string kinds = "auto";
    for (const ScorerKind& kind : scorerKinds())
        kinds += ", " + std::string(kind.name);
    verb->add_option("RUN_FOLDER", options->folder)->required();
    verb->add_option("--samples", options->samples, "Rows to ask, at most")->capture_default_str();
    verb->add_option("--scorer", options->scorer, kinds)->capture_default_str();
    verb->add_option("--pattern", options->pattern, "Of the scorer regex: what a right answer matches");
    verb->add_option("--max-tokens", options->maxTokens, "Of an answer (default: as long as those expected, and some)");
    verb->add_option("--probes", options->probes, "Text unlike the data, a document a line (default: Fettle's own)");
    verb->add_option("--device", options->model.device, "auto, cpu, cuda or cuda:N")->capture_default_str();
    verb->add_option("--dtype", options->model.dtype, "auto, float32, bfloat16 or float16")->capture_default_str();
    verb->add_option("--threads", options->model.threads, "0: one per core")->capture_default_str();
    verb->callback([options, &session] { run(*options, session); });
}

} // namespace fettle::engine
