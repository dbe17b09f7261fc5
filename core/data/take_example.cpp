#include "core/data/take_example.h"

#include "core/base/error.h"
#include "core/text/scored_token.h"
#include "core/text/unknown_id.h"

#include <algorithm>
#include <ranges>

namespace fettle {

namespace {

constexpr const char* kRaise = "Raise data.max_length, or shorten the row.";

// Flags at positions that something predicts; where rows are joined (and not cut here), the first counts as well.
std::int64_t targetsOf(const TokenizedExample& row, const TokenizeRules& rules) {
    return targetCount({.rows = {&row, 1}, .pieces = {{.end = tokenCount(row), .continues = rules.keepOverflow}}});
}

std::int64_t longestOf(const TokenizedExample& row) {
    std::int64_t longest = 0;
    for (const Answer& answer : row.answers)
        longest = std::max(longest, std::ssize(answer.ids));
    return std::ssize(row.prompt) + longest;
}

bool hasEmptyAnswer(const TokenizedExample& row) {
    const std::ptrdiff_t unpredicted = row.prompt.empty() ? 1 : 0;
    return row.answers.size() > 1 && std::ranges::any_of(row.answers, [&](const Answer& answer) {
               return std::ranges::find(answer.trained | std::views::drop(unpredicted), 1) == answer.trained.end();
           });
}

// An answer of nothing but padding has no such token.
void keepScoredToken(Answer& answer, std::optional<TokenId> padding) {
    std::ranges::fill(answer.trained, std::uint8_t{0});
    if (answer.ids.empty()) return;
    const std::size_t place = scoredToken(answer.ids, padding);
    answer.trained[place] = answer.ids[place] == padding ? 0 : 1;
}

std::optional<TokenId> unknownIdOf(const TokenizedExample& row, std::int64_t vocabSize) {
    if (vocabSize == 0) return std::nullopt;
    std::optional<TokenId> unknown = firstBeyond(row.prompt, vocabSize);
    for (const Answer& answer : row.answers)
        if (!unknown) unknown = firstBeyond(answer.ids, vocabSize);
    return unknown;
}

// Prompt and answer together keep their first maxLength tokens (TRL's truncation_mode "keep_start").
void keepStart(TokenizedExample& row, std::int64_t maxLength) {
    const auto most = static_cast<std::size_t>(maxLength);
    row.prompt.resize(std::min(row.prompt.size(), most));
    for (Answer& answer : row.answers) {
        answer.ids.resize(std::min(answer.ids.size(), most - row.prompt.size()));
        answer.trained.resize(answer.ids.size());
    }
}

std::string withoutFullStop(std::string sentence) {
    if (sentence.ends_with('.')) sentence.pop_back();
    return sentence;
}

std::unique_ptr<RowProblem> problemAt(const RowOrigin& origin, const std::string& what, std::string hint,
                                      FindingKind kind, std::string detail = {}) {
    return std::make_unique<RowProblem>(
        RowProblem{origin, describe(origin) + " " + what + ".", std::move(hint), kind, std::move(detail)});
}

// Why nothing can be learned from a row; null where it can.
std::unique_ptr<RowProblem> misfit(const TokenizedExample& row, const TokenizeRules& rules) {
    const bool isOne = row.answers.size() == 1;
    if (rules.answers != 0 && std::ssize(row.answers) != rules.answers)
        return isOne ? problemAt(row.origin, "has one answer, and this objective compares two",
                                 "Give each row \"chosen\" and \"rejected\", or choose the objective sft.",
                                 FindingKind::OneAnswer)
                     : problemAt(row.origin, "has a better and a worse answer, and this objective learns from one",
                                 "Choose the objective dpo or orpo, or give each row one answer.",
                                 FindingKind::TwoAnswers);
    if (rules.labels && !row.isDesirable)
        return problemAt(row.origin, "does not say whether its answer is a good one",
                         "Give it a \"label\", true or false, or choose the objective sft.", FindingKind::MissingLabel);
    if (const auto unknown = unknownIdOf(row, rules.vocabSize))
        return problemAt(row.origin, "holds " + describeBeyond(*unknown, rules.vocabSize, *rules.tokenizer),
                         std::string(kBeyondHint), FindingKind::UnknownToken);
    if (rules.drawnTokens == 0 && targetsOf(row, rules) == 0)
        return problemAt(row.origin, "has no token to train on", "Look at data.train_on and at the turns.",
                         FindingKind::NotTrained);
    return nullptr;
}

std::unique_ptr<RowProblem> cutProblem(const Example& example, const TakenExample& taken, std::int64_t targetsBefore) {
    const bool losesAnswer = taken.targets < targetsBefore && !std::holds_alternative<TextRow>(example.row);
    return problemAt(example.origin, "was cut from " + std::to_string(taken.length) + " tokens to max_length", kRaise,
                     losesAnswer ? FindingKind::CutAnswer : FindingKind::CutRow);
}

TakenExample dropped(std::int64_t length, std::unique_ptr<RowProblem> problem) {
    return {.row = {}, .problem = std::move(problem), .length = length};
}

// A row whose answers are drawn: its prompt is never cut, and leaves room for an answer.
TakenExample takePrompt(TokenizedExample row, const TokenizeRules& rules) {
    const std::int64_t length = std::ssize(row.prompt);
    if (row.prompt.empty())
        return dropped(length,
                       problemAt(row.origin, "has no prompt, and the model is asked for answers",
                                 "Give it a \"prompt\", or \"messages\" with a question.", FindingKind::NoPrompt));
    if (length >= rules.maxLength)
        return dropped(length, problemAt(row.origin,
                                         "has a prompt of " + std::to_string(length) +
                                             " tokens, which leaves no room for an answer within max_length",
                                         kRaise, FindingKind::LongPrompt));
    if (rules.comparesDrawn && row.answers.front().ids.empty())
        return dropped(length, problemAt(row.origin, "has no answer that others could be compared with",
                                         "Give it a \"completion\" or a last turn of the assistant, or choose a reward "
                                         "that compares nothing.",
                                         FindingKind::NoReference));
    return {.row = std::move(row), .length = length}; // what is learned is not there yet
}

TakenExample take(TokenizedExample row, const Example& example, const TokenizeRules& rules) {
    TakenExample taken{.row = std::move(row)};
    taken.length = longestOf(taken.row);
    if (rules.scores)
        for (Answer& answer : taken.row.answers)
            keepScoredToken(answer, rules.padding);
    if (auto problem = misfit(taken.row, rules)) return dropped(taken.length, std::move(problem));
    if (rules.drawnTokens > 0) return takePrompt(std::move(taken.row), rules);
    if (rules.scores && taken.length > rules.maxLength)
        return dropped(taken.length,
                       problemAt(example.origin, "is longer than max_length, and cut answers cannot be judged", kRaise,
                                 FindingKind::TooLong));
    const std::int64_t before = targetsOf(taken.row, rules);
    taken.isCut = !rules.keepOverflow && taken.length > rules.maxLength;
    if (taken.isCut) keepStart(taken.row, rules.maxLength);
    taken.targets = targetsOf(taken.row, rules);
    if (taken.targets == 0)
        return dropped(taken.length, problemAt(example.origin, "has no trained token within max_length", kRaise,
                                               FindingKind::BeyondLength));
    if (hasEmptyAnswer(taken.row))
        return dropped(taken.length, problemAt(example.origin, "has an answer without a token", "Remove the row.",
                                               FindingKind::NoAnswer));
    if (taken.isCut) taken.problem = cutProblem(example, taken, before);
    return taken;
}

} // namespace

TakenExample takeExample(const Example& example, const TokenizeRules& rules) {
    try {
        return take(tokenizeExample(example, rules), example, rules);
    } catch (const Error& refusal) {
        if (refusal.kind != ErrorKind::BadTemplate || !rules.chatTemplate) throw;
        return {.problem =
                    problemAt(example.origin, "does not fit the chat template: " + withoutFullStop(refusal.message),
                              refusal.hint, FindingKind::RefusedByTemplate, refusal.message)};
    }
}

} // namespace fettle
