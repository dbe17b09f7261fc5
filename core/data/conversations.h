#pragma once

#include "core/data/example.h"

namespace fettle {

// Rows of text that are conversations for whoever has a chat template.
[[nodiscard]] std::string promptOf(const InstructionRow& row); // instruction and input
[[nodiscard]] ChatRow conversationOf(const InstructionRow& row);
[[nodiscard]] ChatPairRow conversationOf(const TranscriptPairRow& row);

// {"role", "content"}.
[[nodiscard]] Json turnOf(const char* role, const std::string& content);

} // namespace fettle
