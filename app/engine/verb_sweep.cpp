#include "app/engine/demo_run.h"
#include "app/engine/failure.h"
#include "app/engine/signals.h"
#include "core/base/files.h"
#include "core/config/metrics.h"
#include "core/config/recipes.h"
#include "core/config/sweep.h"

#include <algorithm>
#include <cstdio>
#include <optional>

namespace fettle::engine {

namespace {

struct Options {
    std::string recipe, out;
    std::vector<std::string> axes;
};

struct Outcome {
    SweepRun run;
    RunFolder folder;
    std::optional<double> best; // of the metric that decides
    std::optional<Error> failure;
};

// The best evaluation of a run, whenever it was.
std::optional<double> bestOf(const RunFolder& folder, const std::string& metric) {
    std::optional<double> best;
    for (const Json& evaluation : readHistory(folder.eventsFile()).evaluations) {
        const Json value = evaluation.value(metric, Json());
        if (value.is_number() && isBetter(metricNamed(metric), value.get<double>(), best)) best = value.get<double>();
    }
    return best;
}

bool isFinished(const RunFolder& folder) {
    if (!std::filesystem::exists(folder.eventsFile())) return false;
    const Json ended = readHistory(folder.eventsFile()).ended;
    return ended.is_object() && ended.value("reason", "") == "finished";
}

// A run that failed is told and does not end the others.
Outcome trained(SweepRun run, const RunFolder& folder) {
    Outcome outcome{.run = std::move(run), .folder = folder};
    try {
        if (!isFinished(folder)) (void)trainDemo(outcome.run.config, folder);
        outcome.best = bestOf(folder, outcome.run.config.evaluation.metric);
    } catch (const Error& error) {
        outcome.failure = error;
    } catch (const std::exception& exception) {
        outcome.failure = translated(exception);
    }
    return outcome;
}

Json toJson(const Outcome& outcome, const std::vector<SweepAxis>& axes) {
    Json values = Json::object();
    for (std::size_t i = 0; i < axes.size(); ++i)
        values[axes[i].key] = outcome.run.values[i];
    Json json = {{"type", "sweep_run"},
                 {"name", outcome.run.name},
                 {"run_folder", outcome.folder.path().string()},
                 {"values", values},
                 {outcome.run.config.evaluation.metric, outcome.best ? Json(*outcome.best) : Json()}};
    if (outcome.failure) json["error"] = fettle::toJson(*outcome.failure);
    return json;
}

const Outcome* winnerOf(const std::vector<Outcome>& outcomes) {
    const Outcome* winner = nullptr;
    for (const Outcome& outcome : outcomes) {
        const Metric metric = metricNamed(outcome.run.config.evaluation.metric);
        const auto best = winner == nullptr ? std::nullopt : winner->best;
        if (outcome.best && isBetter(metric, *outcome.best, best)) winner = &outcome;
    }
    return winner;
}

void show(const Session& session, const Outcome& outcome) {
    const std::string value = outcome.best      ? std::to_string(*outcome.best)
                              : outcome.failure ? "failed: " + outcome.failure->message
                                                : "no evaluation";
    session.output.line(outcome.run.name + "  " + outcome.run.config.evaluation.metric + " " + value);
}

void run(const Options& options, const Session& session) {
    const RunConfig config = readRecipe(options.recipe);
    std::vector<SweepAxis> axes;
    for (const std::string& axis : options.axes)
        axes.push_back(parseSweepAxis(axis));
    std::vector<Outcome> outcomes;
    const std::filesystem::path folder = options.out;
    for (SweepRun& run : sweepRuns(config, axes)) {
        const std::string number = std::to_string(outcomes.size() + 1);
        outcomes.push_back(trained(std::move(run), RunFolder(folder / ("run-" + number))));
        if (interruptFlag().isRequested()) return; // each run was saved: the same command goes on
        session.json ? session.output.line(toJson(outcomes.back(), axes)) : show(session, outcomes.back());
    }
    const Outcome* winner = winnerOf(outcomes);
    if (winner == nullptr)
        throw Error{ErrorKind::BadConfig, "No run of the sweep could be evaluated.",
                    "Give the runs rows to evaluate (data.validation or data.validation_split)."};
    writeJson(folder / "best.json", nonDefaults(winner->run.config));
    if (session.json)
        session.output.line(Json{{"type", "sweep"}, {"best", toJson(*winner, axes)}, {"runs", outcomes.size()}});
    else
        session.output.line("Best: " + winner->run.name + ". Its configuration: " + (folder / "best.json").string());
}

} // namespace

void addSweep(CLI::App& app, Session& session) {
    auto options = std::make_shared<Options>();
    CLI::App* verb = addVerb(app, "sweep");
    verb->add_option("RUN.json", options->recipe, "The configuration that is varied")->required();
    verb->add_option("--vary", options->axes, "KEY=VALUE,VALUE,... e.g. adapter.r=8,16; several: every combination")
        ->required();
    verb->add_option("--out", options->out, "Folder for the runs; the same command goes on with one")->required();
    verb->callback([options, &session] { run(*options, session); });
}

} // namespace fettle::engine
