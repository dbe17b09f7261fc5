#pragma once

#include "core/data/example.h"

namespace fettle {

// The turns of a conversation: role a text, content a text or absent beside tool_calls. Of
// a list of parts the texts are joined, reasoning becomes "reasoning_content", and calls of tools "tool_calls". Null
// fields are left out: they are columns that other rows of the file have. Error{BadDataset} naming the turn.
[[nodiscard]] Json readTurns(const Json& turns, const RowOrigin& origin);

// ShareGPT's {"from", "value"}: human and user speak as user, gpt, bot and assistant as assistant, function, tool and
// observation as tool; function_call is an assistant that calls tools.
[[nodiscard]] Json readShareGptTurns(const Json& turns, const RowOrigin& origin);

} // namespace fettle
