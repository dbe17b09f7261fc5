#include "core/data/kl_answers.h"

#include <algorithm>
#include <span>

namespace fettle {

namespace {

Answer cutTo(Answer answer, std::size_t most) {
    answer.ids.resize(std::min(answer.ids.size(), most));
    answer.trained.resize(answer.ids.size());
    return answer;
}

void lendAnswers(std::span<TokenizedExample> rows, std::size_t maxLength) {
    Answer before = rows.back().answers.front();
    for (TokenizedExample& row : rows) {
        Answer own = row.answers.front();
        row.answers.push_back(cutTo(std::move(before), maxLength - row.prompt.size()));
        before = std::move(own);
    }
}

} // namespace

void addKlAnswers(TokenizedSet& set, std::int64_t group, std::int64_t maxLength) {
    const auto most = static_cast<std::size_t>(group);
    const std::span<TokenizedExample> rows(set.rows);
    for (std::size_t begin = 0; begin < rows.size(); begin += most)
        lendAnswers(rows.subspan(begin, std::min(most, rows.size() - begin)), static_cast<std::size_t>(maxLength));
    set.counts.tokens = 0;
    for (const TokenizedExample& row : set.rows)
        set.counts.tokens += tokenCount(row);
}

} // namespace fettle
