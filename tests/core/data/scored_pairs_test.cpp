// Pairs as a reward model reads them (trl/trainer/reward_trainer.py).
#include "core/text/scored_token.h"
#include "tests/core/data/rows_on_disk.h"
#include "tests/core/data/small_tokenizer.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

class ScoredPairsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!std::filesystem::exists(kTokenizerFolder)) QSKIP("no fixtures: set FETTLE_FIXTURES");
    }

    // transformers modeling_layers.py: the rightmost id that is not padding; argmax of zeros is 0.
    void theScoreIsReadInFrontOfThePadding_data() {
        QTest::addColumn<QList<int>>("ids");
        QTest::addColumn<int>("padding");
        QTest::addColumn<int>("place");
        QTest::newRow("at the end") << QList<int>{1, 5, 6} << 2 << 2;
        QTest::newRow("before EOS that pads") << QList<int>{1, 5, 2, 2} << 2 << 1;
        QTest::newRow("padding inside") << QList<int>{1, 2, 6} << 2 << 2;
        QTest::newRow("nothing else") << QList<int>{2, 2} << 2 << 0;
        QTest::newRow("no padding token") << QList<int>{1, 2} << -1 << 1;
    }
    void theScoreIsReadInFrontOfThePadding() {
        QFETCH(QList<int>, ids);
        QFETCH(int, padding);
        QFETCH(int, place);
        const std::vector<TokenId> tokens(ids.begin(), ids.end());

        QCOMPARE(static_cast<int>(scoredToken(tokens, padding < 0 ? std::nullopt : std::optional<TokenId>(padding))),
                 place);
    }

    void oneTokenOfEachAnswerIsATarget() {
        const TokenizedSet set = prepared(R"({"prompt": "Once upon", "chosen": " a time", "rejected": " there"})");

        QCOMPARE(set.counts.trainedTokens, 2);
        for (const Answer& answer : set.rows.at(0).answers) {
            QCOMPARE(std::ranges::count(answer.trained, 1), 1);
            QCOMPARE(answer.trained[scoredToken(answer.ids, paddingIdOf(*smallTokenizer()))], 1);
        }
    }

    void marginsComeAlong() {
        QCOMPARE(prepared(R"({"prompt": "p", "chosen": "c", "rejected": "r", "margin": 0.5})").rows.at(0).margin, 0.5);
        QCOMPARE(prepared(R"({"prompt": "p", "chosen": "c", "rejected": "r"})").rows.at(0).margin, 0.0);
    }

    void aMarginThatIsNoNumberIsABadRow() {
        const DatasetFile read = readDataset(
            m_disk.file("a.jsonl", std::string(R"({"prompt": "p", "chosen": "c", "rejected": "r", "margin": "wide"})") +
                                       "\n" + R"({"prompt": "p", "chosen": "c", "rejected": "r"})"));

        QCOMPARE(read.problems.at(0).kind, FindingKind::BadNumber);
        QCOMPARE(read.problems.at(0).reason, std::string("Line 1 of a.jsonl has a \"margin\" that is no number."));
    }

    // TRL filters them; a cut answer would be judged without its end.
    void longPairsAreLeftOut() {
        const TokenizedSet set = prepared(R"({"prompt": "Once upon", "chosen": " a time", "rejected": " there"})", 3);

        QCOMPARE(set.counts.dropped, 1);
        QCOMPARE(set.problems.at(0).kind, FindingKind::TooLong);
    }

    void rowsWithOneAnswerAreMisfits() {
        QCOMPARE(prepared(R"({"prompt": "Once upon", "completion": " a time"})").counts.misfits, 1);
    }

private:
    TokenizedSet prepared(const char* line, std::int64_t maxLength = 64) {
        RunConfig config;
        config.data.train = {m_disk.file("a.jsonl", line)};
        config.data.validationSplit = 0;
        config.data.maxLength = maxLength;
        config.objective = RewardObjective{};
        return prepareData(config, smallTokenizer(), std::nullopt).train;
    }

    RowsOnDisk m_disk;
};

FETTLE_TEST(ScoredPairsTest)
#include "scored_pairs_test.moc"
