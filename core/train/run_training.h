#pragma once

#include "core/data/dataset.h"
#include "core/run/event_log.h"
#include "core/run/run_folder.h"
#include "core/train/command_queue.h"

namespace fettle {

// Runs RUN_FOLDER/config.json to its end, or on from the last checkpoint; every event goes to `log`, the last of them
// is `ended`. A finished run acts only if its duration grew. Errors leave through Error; the caller reports `failed`.
// Tokens that lie in `cache` are not made again.
void runTraining(const RunFolder& folder, EventLog& log, CommandQueue& commands, const TokenCache& cache = {});

} // namespace fettle
