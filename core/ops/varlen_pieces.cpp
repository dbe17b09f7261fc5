#include "core/ops/varlen_pieces.h"

#include <algorithm>

namespace fettle::ops {

namespace {

// A segment and one of its spans in positions; row numbers are positions plus a shift.
struct SpanView {
    const Segment& segment;
    const KeySpan& span;
    std::int64_t window;

    [[nodiscard]] std::int64_t firstQuery() const { return std::max(segment.position, span.position); }
    [[nodiscard]] std::int64_t endQuery() const { return segment.position + segment.end - segment.begin; }
    // Keys behind the last query are seen by none.
    [[nodiscard]] std::int64_t endKey() const { return std::min(span.position + span.end - span.begin, endQuery()); }
    // Queries from here on see the stretch to its end.
    [[nodiscard]] std::int64_t firstSeeingAll() const { return std::max(firstQuery(), endKey() - 1); }

    // Without the keys that have left the window of the first query, and so of all later ones.
    [[nodiscard]] VarlenPiece piece(std::int64_t fromQuery, std::int64_t toQuery) const {
        const std::int64_t fromKey = window > 0 ? std::max(span.position, fromQuery - window + 1) : span.position;
        const std::int64_t queryShift = segment.begin - segment.position, keyShift = span.begin - span.position;
        return {fromQuery + queryShift, toQuery + queryShift, fromKey + keyShift, endKey() + keyShift};
    }
    // Whether the last query of the piece still has its first key in the window.
    [[nodiscard]] bool isWhole(const VarlenPiece& piece) const {
        const std::int64_t lastQuery = piece.queryEnd - 1 - segment.begin + segment.position;
        const std::int64_t firstKey = piece.keyBegin - span.begin + span.position;
        return window == 0 || lastQuery - firstKey < window;
    }
};

class Builder {
public:
    explicit Builder(std::int64_t window) : m_window(window) {}

    // False where the span cannot be expressed.
    bool add(const Segment& segment, const KeySpan& span) {
        const SpanView view{segment, span, m_window};
        if (view.endKey() <= span.position) return true;
        std::int64_t fromQuery = view.firstQuery();
        if (fromQuery < view.firstSeeingAll()) {
            const std::int64_t toQuery = view.firstSeeingAll() + 1; // its last row sees all: that is the alignment
            m_causal.put(view.piece(fromQuery, toQuery));
            fromQuery = toQuery;
        }
        if (fromQuery == view.endQuery()) return true;
        const VarlenPiece rest = view.piece(fromQuery, view.endQuery());
        if (rest.keyBegin >= rest.keyEnd) return true;
        if (!view.isWhole(rest)) return false;
        m_whole.put(rest);
        return true;
    }
    void endSegment() { m_causal.next = m_whole.next = 0; }

    [[nodiscard]] std::vector<PieceGroup> groups() const {
        std::vector<PieceGroup> all;
        for (const auto& pieces : m_causal.groups)
            all.push_back({.isCausal = true, .window = m_window, .pieces = pieces});
        for (const auto& pieces : m_whole.groups)
            all.push_back({.pieces = pieces});
        return all;
    }

private:
    struct Groups {
        std::vector<std::vector<VarlenPiece>> groups;
        std::size_t next = 0; // the k-th piece of a segment goes into the k-th group

        void put(const VarlenPiece& piece) {
            if (next == groups.size()) groups.emplace_back();
            groups[next++].push_back(piece);
        }
    };
    std::int64_t m_window;
    Groups m_causal, m_whole;
};

void joinRectangles(PieceGroup& group) {
    std::vector<VarlenPiece> joined;
    for (const VarlenPiece& piece : group.pieces) {
        VarlenPiece* last = joined.empty() ? nullptr : &joined.back();
        const bool fits = last != nullptr && last->queryEnd == piece.queryBegin && last->keyBegin == piece.keyBegin &&
                          last->keyEnd == piece.keyEnd;
        if (fits)
            last->queryEnd = piece.queryEnd;
        else
            joined.push_back(piece);
    }
    group.pieces = std::move(joined);
}

} // namespace

std::optional<std::vector<PieceGroup>> varlenPieces(const std::vector<Segment>& segments, std::int64_t window) {
    Builder builder(window);
    for (const Segment& segment : segments) {
        for (const KeySpan& span : segment.keys)
            if (!builder.add(segment, span)) return std::nullopt;
        builder.endSegment();
    }
    std::vector<PieceGroup> groups = builder.groups();
    for (PieceGroup& group : groups)
        if (!group.isCausal) joinRectangles(group);
    return groups;
}

} // namespace fettle::ops
