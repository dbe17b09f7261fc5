#pragma once

#include "core/base/json.h"

#include <optional>
#include <string>
#include <variant>

namespace fettle {

// Commands that a training engine takes on stdin.
struct StopCommand {
    bool save = true;
};
struct CheckpointCommand {};
struct PauseCommand {
    bool releaseMemory = false;
};
struct ResumeCommand {};
struct SampleCommand {};
using EngineCommand = std::variant<StopCommand, CheckpointCommand, PauseCommand, ResumeCommand, SampleCommand>;

// nullopt for an unknown command (ignored by contract). Error{BadUsage} for a line that is no JSON object with a
// "command", or holds a value of the wrong type.
[[nodiscard]] std::optional<EngineCommand> parseCommand(const std::string& line);

} // namespace fettle
