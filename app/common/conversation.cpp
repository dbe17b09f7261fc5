#include "app/common/conversation.h"

namespace fettle::cli {

ChatRequest parseConversation(const Json& json, const std::string& what) {
    ChatRequest request;
    if (json.is_array())
        request.messages = json;
    else if (json.is_object())
        request.messages = json.value("messages", Json());
    if (!json.is_structured() || !request.messages.is_array())
        throw Error{ErrorKind::BadFile,
                    what + " has no list of messages.",
                    R"(Write {"messages": [{"role": "user", "content": "..."}]}.)",
                    {{"file", what}}};
    if (json.is_array()) return request;
    JsonMembers extras;
    for (const auto& [key, value] : json.items()) {
        if (key == "tools")
            request.tools = value;
        else if (key == "documents")
            request.documents = value;
        else if (key != "messages")
            extras.emplace_back(key, value);
    }
    request.extras = objectOf(std::move(extras));
    return request;
}

ChatRequest readConversation(const std::filesystem::path& file) {
    return parseConversation(readJson(file), file.string());
}

} // namespace fettle::cli
