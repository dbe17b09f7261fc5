#include "core/run/commands.h"

#include "core/run/json_message.h"

namespace fettle {

std::optional<EngineCommand> parseCommand(const std::string& line) {
    const Json message = parseMessage(line);
    const std::string command = stringMember(message, "command");
    if (command == "stop") return StopCommand{.save = boolMember(message, "save", true)};
    if (command == "checkpoint") return CheckpointCommand{};
    if (command == "pause") return PauseCommand{.releaseMemory = boolMember(message, "release_memory", false)};
    if (command == "resume") return ResumeCommand{};
    if (command == "sample") return SampleCommand{};
    return std::nullopt;
}

} // namespace fettle
