#pragma once

#include "core/text/tokenizer.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace fettle {

// Where a row came from, for messages.
struct RowOrigin {
    std::string file;
    std::int64_t line = 0; // 1-based line of a JSONL file, 1-based row of a JSON list
    bool isLine = true;    // false: `line` counts rows
    bool operator==(const RowOrigin&) const = default;
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
    struct Exchange {
        std::string question, answer;
    };
    std::string instruction, input, output; // input may be empty
    std::optional<std::string> system;
    std::vector<Exchange> history; // what was said before
};
// messages, ShareGPT (mapped), prompt + completion as lists of turns (joined; completionFrom is the first completion
// turn).
struct ChatRow {
    Json messages = Json::array();
    Json tools;
    Json extras = Json::object();
    std::int64_t completionFrom = -1; // >= 0: only turns from here on are trained under train_on: answers
};
// A prompt as text with a better and a worse answer.
struct PairRow {
    std::string prompt, chosen, rejected;
    double margin = 0; // by how much a reward model should tell the better one
};
// The same as turns: both answers go on from the turns of the prompt.
struct ChatPairRow {
    Json prompt = Json::array(), chosen = Json::array(), rejected = Json::array();
    Json tools;
    Json extras = Json::object();
    double margin = 0; // as PairRow's
};
// Two whole transcripts "\n\nHuman: ...\n\nAssistant: ..." (anthropics/hh-rlhf) that begin alike. A conversation where
// the run has a chat template, else text (tokenizeExample).
struct TranscriptPairRow {
    std::string chosen, rejected;
};
// A prompt with one answer and whether that is a good one (TRL's unpaired preference type).
struct JudgedRow {
    std::variant<PromptCompletionRow, ChatRow> answer;
    bool isDesirable = true;
};
using Row = std::variant<TextRow, PromptCompletionRow, InstructionRow, ChatRow, PairRow, ChatPairRow, TranscriptPairRow,
                         JudgedRow>;

// A row of a data file in one of the shapes that an objective can train on.
struct Example {
    Row row;
    RowOrigin origin;
    std::size_t file = 0; // its place among the files of a run
};

// Tokens with one flag per token: this one is a target.
struct Answer {
    std::vector<TokenId> ids;
    std::vector<std::uint8_t> trained;
    bool operator==(const Answer&) const = default;
};

// A row as ids: answers to one prompt. A text or SFT row has one answer, a pair two (chosen, rejected), a ranked list
// several; a judged row has one, behind which KTO puts that of another row. A prompt's tokens are never targets.
// Nothing predicts the first token of a document, so a flag there counts only where rows are joined into one document
// (packing strategy "wrapped").
struct TokenizedExample {
    std::vector<TokenId> prompt;
    std::vector<Answer> answers;
    RowOrigin origin;
    std::optional<bool> isDesirable; // what a judged row says of its answer
    double margin = 0;               // of a pair
    bool operator==(const TokenizedExample&) const = default;
};
// A row of one answer: its prompt is all that stands before the first target.
[[nodiscard]] TokenizedExample withOneAnswer(std::vector<TokenId> ids, const std::vector<std::uint8_t>& trained,
                                             RowOrigin origin = {});
// The prompt and one of its answers as one sequence.
[[nodiscard]] Answer sequenceOf(const TokenizedExample& row, std::size_t answer = 0);
// An answer up to the turn after it.
[[nodiscard]] std::span<const TokenId> firstSpan(const Answer& answer);
// Of the prompt, once, and of all answers.
[[nodiscard]] std::int64_t tokenCount(const TokenizedExample& row);

// A part of a batch: tokens [begin, end) of a row, counted over the prompt and then its answers. A row with several
// answers is always whole.
struct RowPiece {
    std::int64_t row = 0;
    std::int64_t begin = 0, end = 0;
    bool continues = false; // the document of the piece before; else a document of its own, from position 0
};

// What one micro-batch of an optimizer step holds. The rows are the data set's own, never copies.
struct MicroBatch {
    std::span<const TokenizedExample> rows;
    std::vector<RowPiece> pieces;
    std::int64_t units = 0; // rows, or with packing bins, that the pieces are of
};
// Appends a piece of a row with one answer.
void append(Answer& document, const TokenizedExample& row, const RowPiece& piece);
[[nodiscard]] std::int64_t tokenCount(const MicroBatch& batch);
// Flags that count: not that of a document's first token.
[[nodiscard]] std::int64_t targetCount(const MicroBatch& batch);

} // namespace fettle
