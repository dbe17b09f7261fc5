#include "ui/pages/runs/word_difference.h"

#include <QStringList>

#include <algorithm>

namespace fettle::ui {

namespace {

// A sample has some hundred words; longer ones are marked as a whole rather than compared for seconds.
constexpr qsizetype kMostWords = 800;

QStringList wordsOf(const QString& text) {
    return text.simplified().split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

using Table = std::vector<std::vector<int>>;

// lengths[i][j]: of the longest common subsequence of left from i on and right from j on.
Table commonLengths(const QStringList& left, const QStringList& right) {
    Table lengths(static_cast<std::size_t>(left.size()) + 1,
                  std::vector<int>(static_cast<std::size_t>(right.size()) + 1, 0));
    for (auto i = static_cast<std::size_t>(left.size()); i-- > 0;)
        for (auto j = static_cast<std::size_t>(right.size()); j-- > 0;)
            lengths[i][j] = left[static_cast<qsizetype>(i)] == right[static_cast<qsizetype>(j)]
                                ? lengths[i + 1][j + 1] + 1
                                : std::max(lengths[i + 1][j], lengths[i][j + 1]);
    return lengths;
}

} // namespace

std::vector<WordPiece> markNewWords(const QString& before, const QString& after) {
    const QStringList left = wordsOf(before), right = wordsOf(after);
    std::vector<WordPiece> pieces;
    const bool isTooLong = left.size() > kMostWords || right.size() > kMostWords;
    const Table lengths = isTooLong ? Table{} : commonLengths(left, right);
    std::size_t i = 0;
    for (std::size_t j = 0; j < static_cast<std::size_t>(right.size()); ++j) {
        const QString& word = right[static_cast<qsizetype>(j)];
        while (!isTooLong && i < static_cast<std::size_t>(left.size()) && left[static_cast<qsizetype>(i)] != word &&
               lengths[i + 1][j] >= lengths[i][j + 1])
            ++i;
        const bool isKept =
            !isTooLong && i < static_cast<std::size_t>(left.size()) && left[static_cast<qsizetype>(i)] == word;
        pieces.push_back({.text = word + QLatin1Char(' '), .isNew = !isKept});
        if (isKept) ++i;
    }
    return pieces;
}

} // namespace fettle::ui
