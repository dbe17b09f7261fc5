#pragma once

#include "core/ops/attention.h"

#include <optional>

namespace fettle::ops {

// Query rows against key rows. Causal: the last query sees every key, the one before it all but the last, and so on
// (FlashAttention's alignment at the bottom right). Else every query sees every key.
struct VarlenPiece {
    std::int64_t queryBegin = 0, queryEnd = 0;
    std::int64_t keyBegin = 0, keyEnd = 0;
};

// Pieces that one kernel call can serve: no query row belongs to two of them.
struct PieceGroup {
    bool isCausal = false;
    std::int64_t window = 0; // of a causal group; 0: none
    std::vector<VarlenPiece> pieces;
};

// The segments as such pieces: every visible pair of query and key lies in exactly one, and no query of a piece is
// without keys. Neighbours that see the same stretch (answers to one prompt, a shared prefix) become one rectangle.
// None where a window hides part of a stretch that ends before its queries: no alignment expresses that.
[[nodiscard]] std::optional<std::vector<PieceGroup>> varlenPieces(const std::vector<Segment>& segments,
                                                                  std::int64_t window);

} // namespace fettle::ops
