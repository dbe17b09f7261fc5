#include "core/data/batches.h"
#include "tests/support/test_main.h"

#include <numeric>

using namespace fettle;

namespace {

using Ids = std::vector<TokenId>;
using Bins = std::vector<std::vector<Ids>>; // documents of each bin

// Rows of these lengths that hold 1, 2, 3 ... consecutively; all trained.
std::vector<TokenizedExample> consecutive(const std::vector<int>& lengths) {
    std::vector<TokenizedExample> rows;
    TokenId next = 1;
    for (const int length : lengths) {
        TokenizedExample row{.ids = Ids(static_cast<std::size_t>(length)),
                             .trained = std::vector<std::uint8_t>(static_cast<std::size_t>(length), 1)};
        std::iota(row.ids.begin(), row.ids.end(), next);
        next += length;
        rows.push_back(std::move(row));
    }
    return rows;
}

Bins idsOf(const std::vector<std::vector<Document>>& packed) {
    Bins bins;
    for (const auto& bin : packed) {
        bins.emplace_back();
        for (const Document& document : bin)
            bins.back().push_back(document.ids);
    }
    return bins;
}

Bins pack(const std::vector<int>& lengths, std::int64_t capacity, const std::string& strategy) {
    return idsOf(packDocuments(consecutive(lengths), capacity, strategy));
}

} // namespace

// Expected bins: TRL tests/test_data_utils.py (TestPackDatasetBfd, TestPackDatasetWrapped) and algorithms.md 1.5.
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
        std::vector<TokenizedExample> rows = consecutive({3, 2});
        rows[0].trained = {0, 0, 1};
        rows[1].trained = {0, 1};

        const auto bins = packDocuments(rows, 4, "wrapped");

        QCOMPARE(bins.at(0).at(0).trained, (std::vector<std::uint8_t>{0, 0, 1, 0}));
        QCOMPARE(bins.at(1).at(0).trained, (std::vector<std::uint8_t>{1}));
    }

    void nothingPredictsTheFirstTokenOfADocument() {
        const auto bins = packDocuments(consecutive({3, 2}), 5, "bfd");

        QCOMPARE(trainedTokens(bins.at(0).at(0)), 2);
        QCOMPARE(trainedTokens(bins.at(0).at(1)), 1);
        QCOMPARE(trainedTokens(packDocuments(consecutive({3, 2}), 5, "wrapped").at(0).at(0)), 4);
    }
};

FETTLE_TEST(PackingTest)
#include "packing_test.moc"
