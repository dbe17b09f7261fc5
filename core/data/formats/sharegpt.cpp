#include "core/data/formats/columns.h"
#include "core/data/turns.h"

namespace fettle {

// "conversations" of {"from", "value"}, as ShareGPT's export and most public collections have it.
extern const RowFormat kShareGptFormat{
    .name = "sharegpt",
    .matches = [](const Columns& row) { return row.hasTurnsWith("from"); },
    .read = [](const Columns& row) -> Row {
        return ChatRow{.messages = row.withSystem(readShareGptTurns(row.neededConversation(), row.origin())),
                       .tools = row.tools(),
                       .extras = row.extras()};
    }};

} // namespace fettle
