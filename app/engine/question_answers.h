#pragma once

#include "app/engine/model_options.h"
#include "app/engine/questions.h"

#include <functional>
#include <string>
#include <vector>

namespace fettle::engine {

using PromptMaker = std::function<std::vector<TokenId>(const Question&)>;

// The question as the only turn of a conversation.
[[nodiscard]] PromptMaker asConversation(const TextSide& text);

// Answers in one line, many questions in one batch; the seed of each is its number.
[[nodiscard]] std::vector<std::string> answers(const OpenModel& model, const std::vector<Question>& questions,
                                               const StreamAdapters& adapters, const PromptMaker& prompt,
                                               double temperature = 0);

// Share of the answers that are the expected one to the letter.
[[nodiscard]] double accuracy(const std::vector<Question>& questions, const std::vector<std::string>& texts);

// Shares of the answers that are what the preference pairs of the pocket model prefer (resources/pocket/world):
// no longer than any preferred answer, without a rude word, with the true sentence in them, and all of it at once.
struct AnswerShares {
    double isShort = 0, polite = 0, isTrue = 0, all = 0;
};
[[nodiscard]] AnswerShares sharesOf(const std::vector<Question>& questions, const std::vector<std::string>& texts);

} // namespace fettle::engine
