#pragma once

#include "core/data/example.h"

namespace fettle {

// Rows of text that are conversations for whoever has a chat template.
[[nodiscard]] std::string promptOf(const InstructionRow& row); // instruction and input
[[nodiscard]] ChatRow conversationOf(const InstructionRow& row);
[[nodiscard]] ChatPairRow conversationOf(const TranscriptPairRow& row);
// The same as text; the prompt ends with who speaks next, if that is the same in both.
[[nodiscard]] PairRow plainTextOf(const TranscriptPairRow& row);

// {"role", "content"}.
[[nodiscard]] Json turnOf(const char* role, const std::string& content);

} // namespace fettle
