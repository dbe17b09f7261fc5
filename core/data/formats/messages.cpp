#include "core/data/formats/columns.h"
#include "core/data/turns.h"

namespace fettle {

// OpenAI's layout: "messages" (or "conversations") of {"role", "content"}.
extern const RowFormat kMessagesFormat{
    .name = "messages",
    .matches = [](const Columns& row) { return row.hasTurnsWith("role"); },
    .read = [](const Columns& row) -> Row {
        return ChatRow{.messages = row.withSystem(readTurns(row.neededConversation(), row.origin())),
                       .tools = row.tools(),
                       .extras = row.extras()};
    }};

} // namespace fettle
