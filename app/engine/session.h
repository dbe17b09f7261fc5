#pragma once

#include "app/common/cli.h"

namespace fettle::engine {

using cli::Session;

// Each adds its subcommand, whose callback does the work.
void addDevices(CLI::App& app, Session& session);
void addTrain(CLI::App& app, Session& session);
void addChat(CLI::App& app, Session& session);
void addGenerate(CLI::App& app, Session& session);
void addScore(CLI::App& app, Session& session);
void addTokenizerTrain(CLI::App& app, Session& session);
void addMerge(CLI::App& app, Session& session);
void addInspect(CLI::App& app, Session& session);
void addSelftest(CLI::App& app, Session& session);
void addBench(CLI::App& app, Session& session);
void addDemo(CLI::App& app, Session& session);

} // namespace fettle::engine
