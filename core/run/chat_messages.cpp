#include "core/run/chat_messages.h"

#include "core/run/json_message.h"

namespace fettle {

namespace {

Json idOf(const Json& message) {
    const Json& id = messageMember(message, "id");
    if (!id.is_number_integer() && !id.is_string()) throwBadMember("id", "a whole number or a text", id);
    return id;
}

Json messagesOf(const Json& message) {
    const Json& messages = messageMember(message, "messages");
    if (!messages.is_array()) throwBadMember("messages", "a list", messages);
    for (std::size_t i = 0; i < messages.size(); ++i)
        if (!messages[i].is_object()) throwBadMember("messages[" + std::to_string(i) + "]", "an object", messages[i]);
    return messages;
}

std::vector<AdapterChoice> adaptersOf(const Json& message) {
    std::vector<AdapterChoice> adapters;
    const Json list = message.value("adapters", Json::array());
    if (!list.is_array()) throwBadMember("adapters", "a list", list);
    for (const Json& adapter : list) {
        if (!adapter.is_object()) throwBadMember("adapters", "a list of objects", list);
        adapters.push_back({stringMember(adapter, "path"), numberMember(adapter, "strength", 1)});
    }
    return adapters;
}

ChatCommand parseKnown(const std::string& command, const Json& message) {
    if (command == "generate")
        return GenerateCommand{.id = idOf(message),
                               .messages = messagesOf(message),
                               .adapters = adaptersOf(message),
                               .sampling = parseSampling(message.value("sampling", Json::object())),
                               .continuesLast = boolMember(message, "continue_last", false)};
    if (command == "cancel") return CancelCommand{idOf(message)};
    if (command == "load") return LoadCommand{stringMember(message, "path")};
    if (command == "unload") return UnloadCommand{stringMember(message, "path")};
    return RenderCommand{.id = idOf(message), .messages = messagesOf(message)};
}

bool isKnown(const std::string& command) {
    return command == "generate" || command == "cancel" || command == "load" || command == "unload" ||
           command == "render";
}

} // namespace

std::optional<ChatCommand> parseChatCommand(const std::string& line) {
    const Json message = parseMessage(line);
    try {
        const std::string command = stringMember(message, "command");
        if (!isKnown(command)) return std::nullopt;
        return parseKnown(command, message);
    } catch (Error& error) {
        error.kind = ErrorKind::BadUsage; // a wrong sampling setting is a wrong message here
        if (message.contains("id")) error.facts["id"] = toLine(message["id"]);
        throw;
    }
}

} // namespace fettle
