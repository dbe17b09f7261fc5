#include "core/ops/varlen_pieces.h"
#include "tests/support/test_main.h"

#include <set>

using namespace fettle::ops;

namespace {

using Pair = std::pair<std::int64_t, std::int64_t>; // query row, key row

std::set<Pair> visiblePairs(const std::vector<Segment>& segments, std::int64_t window) {
    std::set<Pair> pairs;
    for (const Segment& segment : segments)
        for (std::int64_t q = segment.begin; q < segment.end; ++q)
            for (const KeySpan& span : segment.keys)
                for (std::int64_t k = span.begin; k < span.end; ++k) {
                    const std::int64_t distance =
                        segment.position + q - segment.begin - (span.position + k - span.begin);
                    if (distance >= 0 && (window == 0 || distance < window)) pairs.insert({q, k});
                }
    return pairs;
}

// The pairs of the pieces; a pair that two pieces hold counts as {-1, -1}.
std::set<Pair> pairsOf(const std::vector<PieceGroup>& groups) {
    std::set<Pair> pairs;
    for (const PieceGroup& group : groups)
        for (const VarlenPiece& piece : group.pieces)
            for (std::int64_t q = piece.queryBegin; q < piece.queryEnd; ++q) {
                const std::int64_t end = group.isCausal ? piece.keyEnd - (piece.queryEnd - 1 - q) : piece.keyEnd;
                const std::int64_t first =
                    group.window > 0 ? std::max(piece.keyBegin, end - group.window) : piece.keyBegin;
                for (std::int64_t k = first; k < end; ++k)
                    if (!pairs.insert({q, k}).second) pairs.insert({-1, -1});
            }
    return pairs;
}

} // namespace

class VarlenPiecesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyVisiblePairOnce_data() {
        QTest::addColumn<std::vector<Segment>>("segments");
        QTest::addColumn<std::int64_t>("window");
        const auto row = [](const char* name, std::vector<Segment> segments, std::int64_t window = 0) {
            QTest::newRow(name) << std::move(segments) << window;
        };
        row("documents", {{0, 7, 0, {{0, 7, 0}}}, {7, 8, 0, {{7, 8, 0}}}, {8, 12, 0, {{8, 12, 0}}}});
        row("shared prompt", {{0, 5, 0, {{0, 5, 0}}}, {5, 9, 5, {{0, 5, 0}, {5, 9, 5}}}});
        row("one token behind its cache", {{0, 1, 9, {{0, 10, 0}}}});
        row("several tokens behind their cache", {{1, 4, 3, {{16, 22, 0}}}});
        row("keys that come after all queries", {{0, 3, 0, {{0, 3, 0}, {3, 9, 7}}}});
        row("keys that end among the queries", {{0, 6, 2, {{0, 5, 0}}}});
        row("keys that begin among the queries", {{0, 6, 0, {{0, 4, 3}}}});
        row("no keys", {{0, 3, 0, {}}, {3, 5, 0, {{3, 5, 0}}}});
        row("window", {{0, 9, 0, {{0, 9, 0}}}}, 3);
        row("window over a cache", {{0, 1, 9, {{0, 10, 0}}}, {1, 5, 9, {{20, 33, 0}}}}, 4);
        row("window that still holds the prompt", {{0, 3, 2, {{0, 2, 0}, {2, 5, 2}}}}, 5);
        row("window that has left the prompt", {{0, 3, 9, {{0, 2, 0}, {2, 5, 9}}}}, 5);
    }
    void everyVisiblePairOnce() {
        QFETCH(std::vector<Segment>, segments);
        QFETCH(std::int64_t, window);

        const auto groups = varlenPieces(segments, window);

        QVERIFY(groups.has_value());
        QVERIFY(pairsOf(*groups) == visiblePairs(segments, window));
    }

    // Prompt of 5, answers of 4 and 3: the two together against the prompt.
    void answersToOnePromptAreOneRectangle() {
        const auto groups = varlenPieces(
            {{0, 5, 0, {{0, 5, 0}}}, {5, 9, 5, {{0, 5, 0}, {5, 9, 5}}}, {9, 12, 5, {{0, 5, 0}, {9, 12, 5}}}}, 0);

        QCOMPARE(groups->size(), std::size_t{2});
        const PieceGroup& causal = groups->front();
        const PieceGroup& whole = groups->back();
        QVERIFY(causal.isCausal && !whole.isCausal);
        QCOMPARE(causal.pieces.size(), std::size_t{3});
        QCOMPARE(whole.pieces.size(), std::size_t{1});
        QCOMPARE(whole.pieces.front().queryBegin, std::int64_t{5});
        QCOMPARE(whole.pieces.front().queryEnd, std::int64_t{12});
    }

    // Queries at 5..8 and a window of 4: the last still sees a part of 0..4, another part than the first.
    void aWindowThatCutsAnEarlierSpanIsRefused() {
        QVERIFY(!varlenPieces({{0, 4, 5, {{0, 5, 0}, {5, 9, 5}}}}, 4).has_value());
    }
};

FETTLE_TEST(VarlenPiecesTest)
#include "varlen_pieces_test.moc"
