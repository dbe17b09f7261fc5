#pragma once

#include "core/config/config_problem.h"
#include "core/config/run_config.h"

namespace fettle {

// What the objective asks of the rest of the run.
void checkObjective(const RunConfig& config, ConfigProblems& problems);

} // namespace fettle
