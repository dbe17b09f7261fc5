#include "ui/pages/runs/word_difference.h"

#include <algorithm>

namespace fettle::ui {

namespace {

// A sample has some hundred words; longer ones are marked as a whole rather than compared for seconds.
constexpr std::size_t kMostWords = 800;

// Words with the white space behind them; what stands before the first word is the space of an empty one.
std::vector<WordPiece> piecesOf(const QString& text) {
    std::vector<WordPiece> pieces;
    const auto end = [&text](qsizetype from, bool isSpace) {
        while (from < text.size() && text[from].isSpace() == isSpace)
            ++from;
        return from;
    };
    for (qsizetype start = 0; start < text.size();) {
        const qsizetype space = end(start, false), next = end(space, true);
        pieces.push_back({.word = text.mid(start, space - start), .space = text.mid(space, next - space)});
        start = next;
    }
    return pieces;
}

using Table = std::vector<std::vector<int>>;

// lengths[i][j]: of the longest common subsequence of left from i on and right from j on.
Table commonLengths(const std::vector<WordPiece>& left, const std::vector<WordPiece>& right) {
    Table lengths(left.size() + 1, std::vector<int>(right.size() + 1, 0));
    for (auto i = left.size(); i-- > 0;)
        for (auto j = right.size(); j-- > 0;)
            lengths[i][j] = left[i].word == right[j].word ? lengths[i + 1][j + 1] + 1
                                                          : std::max(lengths[i + 1][j], lengths[i][j + 1]);
    return lengths;
}

} // namespace

std::vector<WordPiece> markNewWords(const QString& before, const QString& after) {
    const std::vector<WordPiece> left = piecesOf(before);
    std::vector<WordPiece> right = piecesOf(after);
    const bool isTooLong = left.size() > kMostWords || right.size() > kMostWords;
    const Table lengths = isTooLong ? Table{} : commonLengths(left, right);
    std::size_t i = 0;
    for (std::size_t j = 0; j < right.size(); ++j) {
        const auto isOther = [&] { return left[i].word != right[j].word; };
        while (!isTooLong && i < left.size() && isOther() && lengths[i + 1][j] >= lengths[i][j + 1])
            ++i;
        right[j].isNew = isTooLong || i >= left.size() || isOther();
        if (!right[j].isNew) ++i;
    }
    return right;
}

} // namespace fettle::ui
