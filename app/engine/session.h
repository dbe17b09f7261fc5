#pragma once

#include "app/common/cli.h"
#include "app/common/engine_verbs.h"
#include "core/base/parallel.h"

namespace fettle::engine {

using cli::Session;

// The subcommand of that name, with the help that `fettle --help` shows for it.
[[nodiscard]] inline CLI::App* addVerb(CLI::App& app, const std::string& name) {
    return app.add_subcommand(name, std::string(cli::engineVerbHelp(name)));
}

// Says on a JSON stream how far a phase is, at most every hundredth; nothing for people.
[[nodiscard]] inline ProgressCallback progressLines(const Session& session, const char* phase) {
    if (!session.json) return {};
    return everyPercent([&session, phase](std::int64_t done, std::int64_t total) {
        session.output.line(Json{{"type", "progress"}, {"phase", phase}, {"done", done}, {"total", total}});
    });
}

// Each adds its subcommand, whose callback does the work.
void addDevices(CLI::App& app, Session& session);
void addTrain(CLI::App& app, Session& session);
void addChat(CLI::App& app, Session& session);
void addGenerate(CLI::App& app, Session& session);
void addScore(CLI::App& app, Session& session);
void addEvaluate(CLI::App& app, Session& session);
void addSweep(CLI::App& app, Session& session);
void addCompare(CLI::App& app, Session& session);
void addTokenizerTrain(CLI::App& app, Session& session);
void addMerge(CLI::App& app, Session& session);
void addExport(CLI::App& app, Session& session);
void addInspect(CLI::App& app, Session& session);
void addSelftest(CLI::App& app, Session& session);
void addBench(CLI::App& app, Session& session);
void addDemo(CLI::App& app, Session& session);

} // namespace fettle::engine
