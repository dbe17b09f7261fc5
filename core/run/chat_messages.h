#pragma once

#include "core/base/json.h"
#include "core/config/sampling_config.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace fettle {

// Commands that the chat server takes on stdin. An id is a number or a text of the client's
// choice and comes back with every answer.

struct AdapterChoice {
    std::string path;
    double strength = 1;
};
struct GenerateCommand {
    Json id;
    Json messages = Json::array();
    std::vector<AdapterChoice> adapters; // none: the base; several: mixed
    SamplingConfig sampling;
    bool continuesLast = false; // the last message is an answer that was cut: what is generated goes on from it
};
struct CancelCommand {
    Json id;
};
struct LoadCommand {
    std::string path;
};
struct UnloadCommand {
    std::string path;
};
struct RenderCommand {
    Json id;
    Json messages = Json::array();
};
using ChatCommand = std::variant<GenerateCommand, CancelCommand, LoadCommand, UnloadCommand, RenderCommand>;

// nullopt for an unknown command (ignored by contract). Error{BadUsage} with the fact "key", and "id" where the line
// holds one, so that the error can be answered to its request.
[[nodiscard]] std::optional<ChatCommand> parseChatCommand(const std::string& line);

} // namespace fettle
