#pragma once

#include <QString>

#include <vector>

namespace fettle::ui {

struct WordPiece {
    QString word, space; // the white space behind it, line breaks included
    bool isNew = false;
};

// The words of `after`, those marked that `before` lacks (longest common subsequence).
[[nodiscard]] std::vector<WordPiece> markNewWords(const QString& before, const QString& after);

} // namespace fettle::ui
