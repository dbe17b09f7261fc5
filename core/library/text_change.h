#pragma once

#include "core/library/text_side.h"

namespace fettle {

// A bundled template by its name, else that of a file. Error{FileNotFound | BadTemplate}.
[[nodiscard]] ChatTemplate chosenTemplate(const std::string& nameOrFile);

// The special token right behind what the assistant says, blanks apart.
[[nodiscard]] std::optional<TokenId> endOfTurn(const ChatTemplate& chatTemplate, const Tokenizer& tokenizer);

// What a template writes in the form of a token, <|...|>, that the tokenizer knows as none. Each once.
[[nodiscard]] std::vector<std::string> brokenMarkers(const ChatTemplate& chatTemplate, const Tokenizer& tokenizer);

// Puts tokens and the end of the turn on a side that has its tokenizer and template.
void apply(const TextChange& change, TextSide& side, const BaseModel& base);

// Lets generation_config.json name these as what ends a text.
void nameStopIds(std::vector<Companion>& companions, const std::vector<TokenId>& ids);

} // namespace fettle
