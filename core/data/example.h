#pragma once

#include "core/text/tokenizer.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace fettle {

// Where a row came from, for messages.
struct RowOrigin {
    std::string file;
    std::int64_t line = 0; // 1-based line of a JSONL file, 1-based row of a JSON list
    bool isLine = true;    // false: `line` counts rows
};
// "Line 312 of chat.jsonl", "Row 3 of chat.json".
[[nodiscard]] std::string describe(const RowOrigin& origin);

struct TextRow {
    std::string text;
};
struct PromptCompletionRow {
    std::string prompt, completion;
};
// Alpaca. A conversation where the run has a chat template, else prompt + completion (tokenizeExample).
struct InstructionRow {
    std::string instruction, input, output; // input may be empty
    std::optional<std::string> system;
};
// messages, ShareGPT (mapped), prompt + completion as lists of turns (joined; completionFrom is the first completion
// turn).
struct ChatRow {
    Json messages = Json::array();
    Json tools;
    Json extras = Json::object();
    std::int64_t completionFrom = -1; // >= 0: only turns from here on are trained under train_on: answers
};
using Row = std::variant<TextRow, PromptCompletionRow, InstructionRow, ChatRow>;

// A row of a data file in one of the shapes that an objective can train on.
struct Example {
    Row row;
    RowOrigin origin;
};

// A row as ids with one flag per id: this token is a target. Nothing predicts position 0 of a document, so the flag
// there counts only where rows are joined into one document (packing strategy "wrapped").
struct TokenizedExample {
    std::vector<TokenId> ids;
    std::vector<std::uint8_t> trained;
    RowOrigin origin;
};

// One stretch of tokens that attends to itself only and starts at position 0.
struct Document {
    std::vector<TokenId> ids;
    std::vector<std::uint8_t> trained;
};

// What one optimizer micro-batch holds.
using MicroBatch = std::vector<Document>;

// Targets of a document: flags at positions >= 1.
[[nodiscard]] std::int64_t trainedTokens(const Document& document);

} // namespace fettle
