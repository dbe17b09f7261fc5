#pragma once

#include "core/text/tokenizer.h"

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace fettle {

// Where a row came from, for messages.
struct RowOrigin {
    std::string file;
    std::int64_t line = 0; // 1-based line of a JSONL file, 1-based row of a JSON list
};

struct TextRow {
    std::string text;
};
struct PromptCompletionRow {
    std::string prompt, completion;
};
// messages, ShareGPT (mapped), prompt + completion as lists of turns (joined; completionFrom is the first completion turn).
struct ChatRow {
    Json messages = Json::array();
    Json tools;
    Json extras = Json::object();
    std::int64_t completionFrom = -1; // >= 0: only turns from here on are trained under train_on: answers
};

// A row of a data file in one of the shapes that an objective can train on.
struct Example {
    std::variant<TextRow, PromptCompletionRow, ChatRow> row;
    RowOrigin origin;
};

// A row as ids with one flag per id: this token is a target (position 0 never is: nothing predicts it).
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
