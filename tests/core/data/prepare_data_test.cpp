#include "tests/core/data/rows_on_disk.h"
#include "tests/core/data/small_tokenizer.h"
#include "tests/support/test_main.h"

#include <algorithm>

using namespace fettle;
using namespace fettle::test;

namespace {

std::string textRows(int count) {
    std::string lines;
    for (int i = 0; i < count; ++i)
        lines += R"({"text": "Once upon a time"})"
                 "\n";
    return lines;
}

RunConfig runOver(const DataFileConfig& file, double split) {
    RunConfig config;
    config.data.train = {file};
    config.data.validationSplit = split;
    return config;
}

PreparedData prepared(const RunConfig& config) {
    return prepareData(config, smallTokenizer(), std::nullopt);
}

std::vector<std::int64_t> lines(const TokenizedSet& set) {
    std::vector<std::int64_t> list;
    for (const TokenizedExample& row : set.rows)
        list.push_back(row.origin.line);
    return list;
}

} // namespace

class PrepareDataTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!std::filesystem::exists(kTokenizerFolder)) QSKIP("no fixtures: set FETTLE_FIXTURES");
    }

    void splitsByShare_data() {
        QTest::addColumn<int>("rows");
        QTest::addColumn<double>("split");
        QTest::addColumn<int>("validation");
        QTest::newRow("none") << 10 << 0.0 << 0;
        QTest::newRow("rounded") << 50 << 0.05 << 3; // round(2.5)
        QTest::newRow("at least one") << 4 << 0.05 << 1;
        QTest::newRow("not the last row") << 1 << 0.5 << 0;
        QTest::newRow("at least one to train") << 2 << 0.9 << 1;
    }

    void splitsByShare() {
        QFETCH(int, rows);
        QFETCH(double, split);

        const auto data = prepared(runOver(m_disk.file("a.jsonl", textRows(rows)), split));

        QTEST(static_cast<int>(data.validation.rows.size()), "validation");
        QCOMPARE(data.train.counts.used + data.validation.counts.used, rows);
    }

    // Whether more data would help is asked of the same held-out rows, and of more rows, not of others.
    void aShareLeavesTheHeldOutRowsAlone() {
        RunConfig config = runOver(m_disk.file("a.jsonl", textRows(50)), 0.2);
        const auto all = prepared(config);
        config.data.trainShare = 0.5;
        const auto half = prepared(config);
        config.data.trainShare = 0.001;
        const auto one = prepared(config);

        QCOMPARE(all.train.rows.size(), 40u);
        QCOMPARE(half.train.rows.size(), 20u);
        QCOMPARE(one.train.rows.size(), 1u);
        QCOMPARE(lines(half.validation), lines(all.validation));
        const auto larger = lines(half.train), smaller = lines(one.train);
        QVERIFY(std::is_sorted(larger.begin(), larger.end()));
        QVERIFY(std::includes(larger.begin(), larger.end(), smaller.begin(), smaller.end()));
    }

    void bothSidesTogetherAreTheFileInOrder() {
        const auto data = prepared(runOver(m_disk.file("a.jsonl", textRows(20)), 0.3));
        std::vector<std::int64_t> train = lines(data.train), validation = lines(data.validation);

        QVERIFY(std::is_sorted(train.begin(), train.end()));
        QVERIFY(std::is_sorted(validation.begin(), validation.end()));
        train.insert(train.end(), validation.begin(), validation.end());
        std::sort(train.begin(), train.end());
        QCOMPARE(train,
                 (std::vector<std::int64_t>{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20}));
    }

    void theSeedDecidesTheSides() {
        RunConfig config = runOver(m_disk.file("a.jsonl", textRows(20)), 0.3);
        const auto first = lines(prepared(config).validation);
        QCOMPARE(lines(prepared(config).validation), first);

        config.seed += 1;

        QVERIFY(lines(prepared(config).validation) != first);
    }

    void validationFilesReplaceTheSplit() {
        RunConfig config = runOver(m_disk.file("a.jsonl", textRows(20)), 0.3);
        config.data.validation = {m_disk.file("b.jsonl", textRows(2))};

        const auto data = prepared(config);

        QCOMPARE(data.train.counts.used, 20);
        QCOMPARE(data.validation.counts.used, 2);
        QCOMPARE(data.formats.size(), std::size_t{2});
    }

    void unreadableRowsCountAsDropped() {
        const auto data = prepared(runOver(m_disk.file("a.jsonl", "broken\n" + textRows(3)), 0));

        QCOMPARE(data.train.counts.read, 4);
        QCOMPARE(data.train.counts.used, 3);
        QCOMPARE(data.train.counts.dropped, 1);
        QCOMPARE(data.train.problems.at(0).origin.line, 1);
    }

    void pretrainingTrainsEverything() {
        RunConfig config = runOver(m_disk.file("a.jsonl", R"({"prompt": "Once upon", "completion": " a time"})"), 0);
        QCOMPARE(prepared(config).train.counts.trainedTokens, 3); // " a", " time", EOS

        config.objective = PretrainObjective{};

        QCOMPARE(prepared(config).train.counts.trainedTokens, 5); // and "Once", " upon"
    }

    void progressRunsOverBothSides() {
        std::vector<std::int64_t> done;

        (void)prepareData(
            runOver(m_disk.file("a.jsonl", textRows(4)), 0.5), smallTokenizer(), std::nullopt, 0,
            {.progress = [&](std::int64_t rows, std::int64_t total) { done.push_back(10 * rows + total); },
             .threads = 1});

        QCOMPARE(done, (std::vector<std::int64_t>{14, 24, 34, 44}));
    }

    void aStopIsHeardWhileFilesAreRead() {
        CancelFlag stop;
        stop.request();
        int rows = 0;

        QVERIFY_THROWS_EXCEPTION(
            Cancelled,
            (void)prepareData(runOver(m_disk.file("a.jsonl", textRows(4)), 0.5), smallTokenizer(), std::nullopt, 0,
                              {.progress = [&](std::int64_t, std::int64_t) { ++rows; }, .stop = &stop}));
        QCOMPARE(rows, 0); // none became tokens
    }

private:
    RowsOnDisk m_disk;
};

FETTLE_TEST(PrepareDataTest)
#include "prepare_data_test.moc"
