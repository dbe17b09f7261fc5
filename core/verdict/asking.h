#pragma once

#include "core/data/dataset.h"
#include "core/judge/scorer.h"
#include "core/verdict/side.h"

#include <functional>
#include <string>
#include <vector>

namespace fettle {

// A question as turns that end with a user's, and what is expected after them.
struct AskedQuestion {
    Json messages = Json::array();
    std::string expected;
};
// Of the rows that ask something: the last answer of a conversation, completions, outputs, chosen answers. Plain text
// asks nothing.
[[nodiscard]] std::vector<AskedQuestion> questionsOf(const std::vector<Example>& examples);

// One way to ask the same questions, with what it costs.
struct AskingResult {
    std::string name; // zero_shot | few_shot | few_shot_text | chain_of_thought | second_turn | an adapter's
    std::vector<double> scores;
    double promptTokens = 0, outputTokens = 0, milliseconds = 0; // of one answer, all its turns counted
    std::uint64_t bytes = 0;                                     // that have to be kept for it
};

// Prompt ids of a conversation, with the head of the answer.
using PromptMaker = std::function<std::vector<TokenId>(const Json& messages)>;

struct Asking {
    const Side& side;
    PromptMaker prompt;
    const Scorer& scorer;
    std::int64_t maxNewTokens = 128;
    Work work = {};
};
// As it stands.
[[nodiscard]] AskingResult askDirectly(const Asking& asking, const std::vector<AskedQuestion>& questions,
                                       std::string name = "zero_shot");
// After these examples, as turns of the same conversation.
[[nodiscard]] AskingResult askWithExamples(const Asking& asking, const std::vector<AskedQuestion>& questions,
                                           const std::vector<AskedQuestion>& examples);
// After these examples as plain text, "Q: ... A: ...", as a model that never learned to talk takes it.
[[nodiscard]] AskingResult askAsText(const Asking& asking, const std::vector<AskedQuestion>& questions,
                                     const std::vector<AskedQuestion>& examples);
// To think first (Kojima et al. 2022); what follows the last "Answer:" counts.
[[nodiscard]] AskingResult askToThink(const Asking& asking, const std::vector<AskedQuestion>& questions);
// To look for a mistake in the own answer; the second one counts.
[[nodiscard]] AskingResult askTwice(const Asking& asking, const std::vector<AskedQuestion>& questions);

} // namespace fettle
