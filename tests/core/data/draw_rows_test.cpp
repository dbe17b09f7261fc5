#include "core/data/draw_rows.h"
#include "tests/core/data/rows_on_disk.h"
#include "tests/core/data/small_tokenizer.h"
#include "tests/support/test_main.h"

#include <set>

using namespace fettle;
using namespace fettle::test;

namespace {

// Of file 0, then of file 1 ...: so many rows each, of one example each.
std::vector<Example> numberedRows(std::initializer_list<std::int64_t> counts) {
    std::vector<Example> rows;
    std::size_t file = 0;
    for (const std::int64_t count : counts) {
        for (std::int64_t line = 1; line <= count; ++line)
            rows.push_back({TextRow{}, {.file = "f", .line = line}, file});
        ++file;
    }
    return rows;
}

std::vector<std::int64_t> fileLines(const std::vector<Example>& rows, std::size_t file) {
    std::vector<std::int64_t> lines;
    for (const Example& row : rows)
        if (row.file == file) lines.push_back(row.origin.line);
    return lines;
}

std::vector<DataFileConfig> filesOfWeight(std::initializer_list<double> weights) {
    std::vector<DataFileConfig> files;
    for (const double weight : weights)
        files.push_back({.path = "f", .weight = weight});
    return files;
}

} // namespace

class DrawRowsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aWeightSaysHowOftenRowsCount() {
        const auto rows = weighed(numberedRows({4, 3, 10}), filesOfWeight({2.5, 1, 0.3}), 1);

        const auto first = fileLines(rows, 0);
        QCOMPARE((std::vector<std::int64_t>(first.begin(), first.begin() + 8)),
                 (std::vector<std::int64_t>{1, 2, 3, 4, 1, 2, 3, 4}));
        QCOMPARE(first.size(), std::size_t{10});
        QCOMPARE(fileLines(rows, 1), (std::vector<std::int64_t>{1, 2, 3}));
        QCOMPARE(fileLines(rows, 2).size(), std::size_t{3});
    }

    void whatIsDrawnDependsOnTheSeedAlone() {
        const auto drawn = [](double weight, std::int64_t seed) {
            return fileLines(weighed(numberedRows({100}), filesOfWeight({weight}), seed), 0);
        };
        const auto few = drawn(0.1, 1);
        const auto many = drawn(0.5, 1);

        QCOMPARE(drawn(0.1, 1), few);
        QVERIFY(drawn(0.1, 2) != few);
        QVERIFY(std::is_sorted(few.begin(), few.end()));
        QVERIFY(std::includes(many.begin(), many.end(), few.begin(), few.end()));
    }

    void filesOfOneWeightAreDrawnApart() {
        const auto rows = weighed(numberedRows({100, 100}), filesOfWeight({0.2, 0.2}), 1);

        QVERIFY(fileLines(rows, 0) != fileLines(rows, 1));
    }

    void aSmallWeightLeavesARow() {
        QCOMPARE(weighed(numberedRows({3, 0}), filesOfWeight({0.01, 0.5}), 1).size(), std::size_t{1});
    }

    void examplesOfOneRowStayTogether() {
        std::vector<Example> rows;
        for (std::int64_t line = 1; line <= 20; ++line)
            for (int i = 0; i < 3; ++i)
                rows.push_back({TextRow{}, {.file = "f", .line = line}});

        const auto taken = fileLines(splitOff(rows, 0.25, 1), 0);

        QCOMPARE(taken.size(), std::size_t{15});
        QCOMPARE(std::set(taken.begin(), taken.end()).size(), std::size_t{5});
        QCOMPARE(fileLines(rows, 0).size(), std::size_t{45});
        keepShare(rows, 0.2, 1);
        const auto kept = fileLines(rows, 0);
        QCOMPARE(kept.size(), std::size_t{9});
        QCOMPARE(std::set(kept.begin(), kept.end()).size(), std::size_t{3});
    }

    void rowsAreHeldOutBeforeTheyAreRepeated() {
        if (!std::filesystem::exists(kTokenizerFolder)) QSKIP("no fixtures: set FETTLE_FIXTURES");
        std::string lines;
        for (int i = 0; i < 10; ++i)
            lines += "{\"text\": \"Once upon a time\"}\n";
        RunConfig config;
        config.data.train = {m_disk.file("a.jsonl", lines)};
        config.data.train[0].weight = 3;
        config.data.validationSplit = 0.2;

        const PreparedData data = prepareData(config, smallTokenizer(), std::nullopt);

        std::set<std::int64_t> held, learned;
        for (const TokenizedExample& row : data.validation.rows)
            held.insert(row.origin.line);
        for (const TokenizedExample& row : data.train.rows)
            learned.insert(row.origin.line);
        QCOMPARE(data.train.rows.size(), std::size_t{24});
        QCOMPARE(held.size(), std::size_t{2});
        QCOMPARE(learned.size(), std::size_t{8});
        for (const std::int64_t line : held)
            QVERIFY(!learned.contains(line));
    }

private:
    RowsOnDisk m_disk;
};

FETTLE_TEST(DrawRowsTest)
#include "draw_rows_test.moc"
