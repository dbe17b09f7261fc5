#pragma once

#include "core/config/run_config.h"

#include <span>
#include <string>
#include <vector>

namespace fettle {

// A setting that is varied: its key ("optimizer.learning_rate") and the values that it takes.
struct SweepAxis {
    std::string key;
    std::vector<Json> values;
};
// "KEY=VALUE,VALUE,...": values as JSON, else as text. Error{BadUsage} for another form.
[[nodiscard]] SweepAxis parseSweepAxis(const std::string& text);

struct SweepRun {
    std::string name;         // "pocket, learning_rate 0.0002, r 8"
    std::vector<Json> values; // one an axis
    RunConfig config;
};
// Every combination, the last axis fastest. Error{BadUsage} where an axis has no value or they come to more than 200
// runs, Error{BadConfig} for a key or value that no run has.
[[nodiscard]] std::vector<SweepRun> sweepRuns(const RunConfig& config, std::span<const SweepAxis> axes);

} // namespace fettle
