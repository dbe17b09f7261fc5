#pragma once

#include "core/data/batches.h"

namespace fettle::test {

// The documents of pieces of rows with one answer.
inline std::vector<Answer> documentsOf(std::span<const TokenizedExample> rows, std::span<const RowPiece> pieces) {
    std::vector<Answer> documents;
    for (const RowPiece& piece : pieces) {
        if (!piece.continues) documents.emplace_back();
        append(documents.back(), rows[static_cast<std::size_t>(piece.row)], piece);
    }
    return documents;
}

} // namespace fettle::test
