#include "core/data/formats/columns.h"
#include "core/data/turns.h"

namespace fettle {

namespace {

Row readPromptCompletion(const Columns& row) {
    const Json* prompt = row.find("prompt");
    const Json* completion = row.find("completion");
    const bool isChat = prompt != nullptr && completion != nullptr && prompt->is_array() && completion->is_array();
    if (!isChat) return PromptCompletionRow{row.text("prompt"), row.text("completion")};
    ChatRow chat{
        .messages = row.withSystem(readTurns(*prompt, row.origin())), .tools = row.tools(), .extras = row.extras()};
    chat.completionFrom = static_cast<std::int64_t>(chat.messages.size());
    for (Json& turn : readTurns(*completion, row.origin()))
        chat.messages.push_back(std::move(turn));
    return chat;
}

} // namespace

// TRL's prompt-completion type: two texts, or two lists of turns.
extern const RowFormat kPromptCompletionFormat{
    .name = "prompt_completion",
    .matches = [](const Columns& row) { return row.has("prompt") && row.has("completion"); },
    .read = readPromptCompletion};

} // namespace fettle
