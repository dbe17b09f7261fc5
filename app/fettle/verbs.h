#pragma once

#include "app/common/cli.h"

namespace fettle::cli {

// Each adds its subcommand, whose callback does the work; runProgram turns an Error into an exit code.
void addConfig(CLI::App& app, Session& session);
void addGet(CLI::App& app, Session& session);
void addLint(CLI::App& app, Session& session);
void addModels(CLI::App& app, Session& session);
void addPlan(CLI::App& app, Session& session);
void addTokenize(CLI::App& app, Session& session);
void addRender(CLI::App& app, Session& session);

} // namespace fettle::cli
