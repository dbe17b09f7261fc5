#include "core/data/row_problems.h"

#include <algorithm>

namespace fettle {

namespace {

// A flag at position 0 counts only where rows are joined, and those rows are not cut here.
std::int64_t targetCount(const TokenizedExample& row, const TokenizeRules& rules) {
    const std::int64_t first = rules.keepOverflow || row.trained.empty() ? 0 : 1;
    return std::count(row.trained.begin() + first, row.trained.end(), std::uint8_t{1});
}

class SetBuilder {
public:
    SetBuilder(TokenizedSet& set, const TokenizeRules& rules) : m_set(set), m_rules(rules) {}

    void add(TokenizedExample row) {
        const std::int64_t before = targetCount(row, m_rules);
        if (before == 0) return drop(row.origin, "has no token to train on", "Look at data.train_on and at the turns.");
        const auto length = std::ssize(row.ids);
        const bool isCut = !m_rules.keepOverflow && length > m_rules.maxLength;
        if (isCut) keepStart(row);
        const std::int64_t targets = targetCount(row, m_rules);
        if (targets == 0) return drop(row.origin, "has no trained token within max_length", kRaise);
        if (isCut) noteCut(row, length);
        m_set.counts.used += 1;
        m_set.counts.tokens += std::ssize(row.ids);
        m_set.counts.trainedTokens += targets;
        m_set.rows.push_back(std::move(row));
    }

    void drop(const RowOrigin& origin, const std::string& what, const std::string& hint) {
        m_set.counts.dropped += 1;
        keepProblem(m_set.problems, {origin, describe(origin) + " " + what + ".", hint});
    }

private:
    static constexpr const char* kRaise = "Raise data.max_length, or shorten the row.";

    void keepStart(TokenizedExample& row) const {
        row.ids.resize(static_cast<std::size_t>(m_rules.maxLength));
        row.trained.resize(row.ids.size());
    }

    void noteCut(const TokenizedExample& row, std::int64_t length) {
        m_set.counts.cut += 1;
        const std::string what = " was cut from " + std::to_string(length) + " tokens to max_length.";
        keepProblem(m_set.problems, {row.origin, describe(row.origin) + what, kRaise});
    }

    TokenizedSet& m_set;
    const TokenizeRules& m_rules;
};

std::string withoutFullStop(std::string sentence) {
    if (sentence.ends_with('.')) sentence.pop_back();
    return sentence;
}

} // namespace

TokenizedSet tokenizeSet(const std::vector<Example>& examples, const TokenizeRules& rules,
                         const ProgressCallback& progress) {
    TokenizedSet set{.counts = {.read = std::ssize(examples)}};
    SetBuilder builder(set, rules);
    std::int64_t done = 0;
    for (const Example& example : examples) {
        try {
            builder.add(tokenizeExample(example, rules));
        } catch (const Error& error) {
            if (error.kind != ErrorKind::BadTemplate || !rules.chatTemplate) throw;
            builder.drop(example.origin, "does not fit the chat template: " + withoutFullStop(error.message),
                         error.hint);
        }
        if (progress) progress(++done, set.counts.read);
    }
    return set;
}

} // namespace fettle
