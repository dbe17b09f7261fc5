#include "core/data/row_problems.h"
#include "core/text/unknown_id.h"

#include <algorithm>
#include <memory>

namespace fettle {

namespace {

// Flags at positions that something predicts; where rows are joined (and not cut here), the first counts as well.
std::int64_t targetsOf(const TokenizedExample& row, const TokenizeRules& rules) {
    return targetCount({.rows = {&row, 1}, .pieces = {{.end = tokenCount(row), .continues = rules.keepOverflow}}});
}

class SetBuilder {
public:
    SetBuilder(TokenizedSet& set, const TokenizeRules& rules) : m_set(set), m_rules(rules) {}

    void add(TokenizedExample row) {
        if (m_rules.answers != 0 && std::ssize(row.answers) != m_rules.answers) return dropMisfit(row);
        if (const auto unknown = unknownId(row))
            return drop(row.origin, "holds " + describeBeyond(*unknown, m_rules.vocabSize, *m_rules.tokenizer),
                        std::string(kBeyondHint));
        const std::int64_t before = targetsOf(row, m_rules);
        if (before == 0) return drop(row.origin, "has no token to train on", "Look at data.train_on and at the turns.");
        const std::int64_t longest = longestOf(row);
        const bool isCut = !m_rules.keepOverflow && longest > m_rules.maxLength;
        if (isCut) keepStart(row);
        const std::int64_t targets = targetsOf(row, m_rules);
        if (targets == 0) return drop(row.origin, "has no trained token within max_length", kRaise);
        if (isCut) noteCut(row, longest);
        if (hasEmptyAnswer(row)) return drop(row.origin, "has an answer without a token", "Remove the row.");
        m_set.counts.used += 1;
        m_set.counts.tokens += tokenCount(row);
        m_set.counts.trainedTokens += targets;
        m_set.rows.push_back(std::move(row));
    }

    void drop(const RowOrigin& origin, const std::string& what, const std::string& hint) {
        m_set.counts.dropped += 1;
        keepProblem(m_set.problems, {origin, describe(origin) + " " + what + ".", hint});
    }

private:
    static constexpr const char* kRaise = "Raise data.max_length, or shorten the row.";

    void dropMisfit(const TokenizedExample& row) {
        m_set.counts.misfits += 1;
        if (row.answers.size() == 1)
            drop(row.origin, "has one answer, and this objective compares two",
                 "Give each row \"chosen\" and \"rejected\", or choose the objective sft.");
        else
            drop(row.origin, "has a better and a worse answer, and this objective learns from one",
                 "Choose the objective dpo or orpo, or give each row one answer.");
    }

    std::optional<TokenId> unknownId(const TokenizedExample& row) const {
        if (m_rules.vocabSize == 0) return std::nullopt;
        std::optional<TokenId> unknown = firstBeyond(row.prompt, m_rules.vocabSize);
        for (const Answer& answer : row.answers)
            if (!unknown) unknown = firstBeyond(answer.ids, m_rules.vocabSize);
        return unknown;
    }

    static bool hasEmptyAnswer(const TokenizedExample& row) {
        const std::size_t unpredicted = row.prompt.empty() ? 1 : 0;
        return row.answers.size() > 1 && std::any_of(row.answers.begin(), row.answers.end(), [&](const Answer& answer) {
                   return answer.ids.size() <= unpredicted;
               });
    }

    static std::int64_t longestOf(const TokenizedExample& row) {
        std::int64_t longest = 0;
        for (const Answer& answer : row.answers)
            longest = std::max(longest, std::ssize(answer.ids));
        return std::ssize(row.prompt) + longest;
    }

    // Prompt and answer together keep their first maxLength tokens (TRL's truncation_mode "keep_start").
    void keepStart(TokenizedExample& row) const {
        const auto most = static_cast<std::size_t>(m_rules.maxLength);
        row.prompt.resize(std::min(row.prompt.size(), most));
        for (Answer& answer : row.answers) {
            answer.ids.resize(std::min(answer.ids.size(), most - row.prompt.size()));
            answer.trained.resize(answer.ids.size());
        }
    }

    void noteCut(const TokenizedExample& row, std::int64_t length) {
        m_set.counts.cut += 1;
        const std::string what = " was cut from " + std::to_string(length) + " tokens to max_length.";
        keepProblem(m_set.problems, {row.origin, describe(row.origin) + what, kRaise});
    }

    TokenizedSet& m_set;
    const TokenizeRules& m_rules;
};

// A row as tokens, or why there are none.
struct Outcome {
    TokenizedExample row;
    std::unique_ptr<Error> refusal; // of the chat template
};

std::string withoutFullStop(std::string sentence) {
    if (sentence.ends_with('.')) sentence.pop_back();
    return sentence;
}

Outcome outcomeOf(const Example& example, const TokenizeRules& rules) {
    try {
        return {.row = tokenizeExample(example, rules)};
    } catch (const Error& error) {
        if (error.kind != ErrorKind::BadTemplate || !rules.chatTemplate) throw;
        return {.refusal = std::make_unique<Error>(error)};
    }
}

} // namespace

TokenizedSet tokenizeSet(const std::vector<Example>& examples, const TokenizeRules& rules, const Work& work) {
    std::vector<Outcome> outcomes(examples.size());
    forEachIndex(std::ssize(examples), work, [&](std::int64_t i) {
        const auto at = static_cast<std::size_t>(i);
        outcomes[at] = outcomeOf(examples[at], rules);
    });
    TokenizedSet set{.counts = {.read = std::ssize(examples)}};
    SetBuilder builder(set, rules);
    for (std::size_t i = 0; i < examples.size(); ++i)
        if (const Error* refusal = outcomes[i].refusal.get())
            builder.drop(examples[i].origin, "does not fit the chat template: " + withoutFullStop(refusal->message),
                         refusal->hint);
        else
            builder.add(std::move(outcomes[i].row));
    return set;
}

} // namespace fettle
