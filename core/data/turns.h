#pragma once

#include "core/data/example.h"

namespace fettle {

// The turns of a conversation: role a text, content a text (a list of text parts is joined) or absent beside
// tool_calls. Null fields are left out: they are columns that other rows of the file have. Error{BadDataset} naming the
// turn.
[[nodiscard]] Json readTurns(const Json& turns, const RowOrigin& origin);

// ShareGPT's {"from", "value"}: human and user speak as user, gpt, bot and assistant as assistant, function and tool as
// tool.
[[nodiscard]] Json readShareGptTurns(const Json& turns, const RowOrigin& origin);

} // namespace fettle
