#include "tests/core/data/documents.h"
#include "tests/support/test_main.h"

#include <numeric>

using namespace fettle;
using namespace fettle::test;

namespace {

using Ids = std::vector<TokenId>;
using Bins = std::vector<std::vector<Ids>>; // documents of each bin

// Rows of these lengths that hold 1, 2, 3 ... consecutively; all trained.
std::vector<TokenizedExample> consecutive(const std::vector<int>& lengths) {
    std::vector<TokenizedExample> rows;
    TokenId next = 1;
    for (const int length : lengths) {
        Ids ids(static_cast<std::size_t>(length));
        std::iota(ids.begin(), ids.end(), next);
        next += length;
        rows.push_back(withOneAnswer(ids, std::vector<std::uint8_t>(ids.size(), 1)));
    }
    return rows;
}

using Packed = std::vector<std::vector<Answer>>;

Packed packed(const std::vector<TokenizedExample>& rows, std::int64_t capacity, const std::string& strategy) {
    const Units units = packRows(rows, capacity, strategy);
    Packed bins;
    for (std::int64_t bin = 0; bin < units.size(); ++bin)
        bins.push_back(documentsOf(rows, units[bin]));
    return bins;
}

Bins idsOf(const Packed& packed) {
    Bins bins;
    for (const auto& bin : packed) {
        bins.emplace_back();
        for (const Answer& document : bin)
            bins.back().push_back(document.ids);
    }
    return bins;
}

// Targets of each bin.
std::vector<std::int64_t> targets(const std::vector<TokenizedExample>& rows, std::int64_t capacity,
                                  const std::string& strategy) {
    const Units units = packRows(rows, capacity, strategy);
    std::vector<std::int64_t> counts;
    for (std::int64_t bin = 0; bin < units.size(); ++bin)
        counts.push_back(targetCount({.rows = rows, .pieces = {units[bin].begin(), units[bin].end()}}));
    return counts;
}

Bins pack(const std::vector<int>& lengths, std::int64_t capacity, const std::string& strategy) {
    return idsOf(packed(consecutive(lengths), capacity, strategy));
}

} // namespace

// Expected bins: TRL tests/test_data_utils.py (TestPackDatasetBfd, TestPackDatasetWrapped).
class PackingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bestFitDropsTheOverflow() {
        QCOMPARE(pack({5, 2, 3, 1}, 4, "bfd"), (Bins{{{1, 2, 3, 4}}, {{8, 9, 10}, {11}}, {{6, 7}}}));
        QCOMPARE(pack({5, 2, 4, 1}, 4, "bfd"), (Bins{{{1, 2, 3, 4}}, {{8, 9, 10, 11}}, {{6, 7}, {12}}}));
    }

    void bestFitSplitKeepsTheOverflow() {
        QCOMPARE(pack({5, 2, 3, 1}, 4, "bfd_split"), (Bins{{{1, 2, 3, 4}}, {{8, 9, 10}, {5}}, {{6, 7}, {11}}}));
        QCOMPARE(pack({5, 2, 4, 1}, 4, "bfd_split"), (Bins{{{1, 2, 3, 4}}, {{8, 9, 10, 11}}, {{6, 7}, {5}, {12}}}));
    }

    void wrappedJoinsAndChops() { QCOMPARE(pack({3, 4, 1}, 3, "wrapped"), (Bins{{{1, 2, 3}}, {{4, 5, 6}}, {{7, 8}}})); }

    void ofEquallyFullBinsTheOldestIsTaken() {
        // 6 and 6 leave 2 free in the first and second bin; the 2 goes to the first, the 1s fill the second.
        QCOMPARE(pack({6, 6, 2, 1, 1}, 8, "bfd"),
                 (Bins{{{1, 2, 3, 4, 5, 6}, {13, 14}}, {{7, 8, 9, 10, 11, 12}, {15}, {16}}}));
    }

    void rowsWithoutTokensVanish() { QCOMPARE(pack({0, 2, 0}, 4, "bfd"), (Bins{{{1, 2}}})); }

    void flagsTravelWithTheirTokens() {
        const std::vector<TokenizedExample> rows = {withOneAnswer({1, 2, 3}, {0, 0, 1}), withOneAnswer({4, 5}, {0, 1})};

        const auto bins = packed(rows, 4, "wrapped");

        QCOMPARE(bins.at(0).at(0).trained, (std::vector<std::uint8_t>{0, 0, 1, 0}));
        QCOMPARE(bins.at(1).at(0).trained, (std::vector<std::uint8_t>{1}));
    }

    void nothingPredictsTheFirstTokenOfADocument() {
        QCOMPARE(targets(consecutive({3, 2}), 5, "bfd"), (std::vector<std::int64_t>{2 + 1}));
        QCOMPARE(targets(consecutive({3, 2}), 5, "wrapped"), (std::vector<std::int64_t>{4}));
    }

    void targetsOfAPieceAreThoseOfItsDocument() {
        // Rows 1 2 3* 4* and 5 6*, chopped into 3: [1 2 3*] [4* 5 6*]; 4 begins a document, which nothing predicts.
        const std::vector<TokenizedExample> rows = {withOneAnswer({1, 2, 3, 4}, {0, 0, 1, 1}),
                                                    withOneAnswer({5, 6}, {0, 1})};

        QCOMPARE(targets(rows, 3, "wrapped"), (std::vector<std::int64_t>{1, 1}));
    }
};

FETTLE_TEST(PackingTest)
#include "packing_test.moc"
