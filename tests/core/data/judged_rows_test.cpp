#include "core/data/unpair.h"
#include "tests/core/data/rows_on_disk.h"
#include "tests/core/data/small_tokenizer.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

namespace {

constexpr const char* kVerdictRows = R"({"prompt": "Once upon", "completion": " a time", "label": true}
{"prompt": "Once upon", "completion": " there", "label": false}
{"prompt": "Once", "completion": " upon a time", "label": 1}
)";

RunConfig ktoOver(const DataFileConfig& file) {
    RunConfig config;
    config.data.train = {file};
    config.data.validationSplit = 0;
    config.batch.perDeviceBatchSize = 2;
    config.objective = KtoObjective{};
    return config;
}

TokenizedSet ktoRows(const RunConfig& config) {
    return prepareData(config, smallTokenizer(), std::nullopt).train;
}

std::string answerText(const Answer& answer) {
    return smallTokenizer()->decode(answer.ids, SpecialText::Skip);
}

QStringList verdicts(const std::vector<Example>& rows) {
    QStringList list;
    for (const Example& example : rows) {
        const auto& row = std::get<JudgedRow>(example.row);
        const auto& answer = std::get<PromptCompletionRow>(row.answer);
        list << QString::fromStdString(answer.completion) + (row.isDesirable ? "+" : "-");
    }
    return list;
}

} // namespace

class JudgedRowsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        if (!std::filesystem::exists(kTokenizerFolder)) QSKIP("no fixtures: set FETTLE_FIXTURES");
    }

    void aLabelMakesAJudgedAnswer() {
        const DatasetFile read = readDataset(m_disk.file("a.jsonl", kVerdictRows));

        QCOMPARE(read.format, std::string("unpaired_preference"));
        QCOMPARE(verdicts(read.examples), QStringList({" a time+", " there-", " upon a time+"}));
    }

    void turnsAreJudgedAsWell() {
        const DatasetFile read =
            readDataset(m_disk.file("a.jsonl", R"({"prompt": [{"role": "user", "content": "p"}], "label": false, )"
                                               R"("completion": [{"role": "assistant", "content": "c"}]})"));

        const auto& row = std::get<JudgedRow>(read.examples.at(0).row);
        QVERIFY(!row.isDesirable);
        QCOMPARE(std::get<ChatRow>(row.answer).completionFrom, 1);
    }

    void aLabelThatIsNeitherIsABadRow() {
        DataFileConfig file = m_disk.file("a.jsonl", std::string(kVerdictRows) +
                                                         R"({"prompt": "p", "completion": "c", "label": "good"})");

        const DatasetFile read = readDataset(file);

        QCOMPARE(read.problems.at(0).kind, FindingKind::MissingLabel);
        QCOMPARE(read.problems.at(0).reason, std::string("Line 4 of a.jsonl has no \"label\" that is true or false."));
    }

    void rowsWithoutALabelAreLeftOut() {
        const TokenizedSet set =
            ktoRows(ktoOver(m_disk.file("a.jsonl", R"({"prompt": "Once upon", "completion": " a time"})")));

        QCOMPARE(set.counts.misfits, 1);
        QCOMPARE(set.problems.at(0).kind, FindingKind::MissingLabel);
    }

    // trl/trainer/kto_trainer.py, add_kl_completion_ids with per_device_train_batch_size 2; the third row is alone.
    void rowsLendEachOtherTheirAnswers() {
        const TokenizedSet set = ktoRows(ktoOver(m_disk.file("a.jsonl", kVerdictRows)));

        QCOMPARE(answerText(set.rows.at(0).answers.at(1)), answerText(set.rows.at(1).answers.at(0)));
        QCOMPARE(answerText(set.rows.at(1).answers.at(1)), answerText(set.rows.at(0).answers.at(0)));
        QCOMPARE(answerText(set.rows.at(2).answers.at(1)), answerText(set.rows.at(2).answers.at(0)));
        QCOMPARE(set.counts.desirable, 2);
    }

    void borrowedAnswersKeepWithinTheLength() {
        RunConfig config =
            ktoOver(m_disk.file("a.jsonl", R"({"prompt": "Once", "completion": " upon a time", "label": true}
{"prompt": "Once upon a", "completion": " time", "label": false})"));
        config.data.maxLength = 5; // <s> Once upon a, and one token of an answer

        for (const TokenizedExample& row : ktoRows(config).rows)
            QVERIFY(sequenceOf(row, 1).ids.size() <= std::size_t{5});
    }

    void apoZeroUnpairedBorrowsNothing() {
        RunConfig config = ktoOver(m_disk.file("a.jsonl", kVerdictRows));
        config.objective = KtoObjective{.lossType = "apo_zero_unpaired"};

        QCOMPARE(ktoRows(config).rows.at(0).answers.size(), std::size_t{1});
    }

    // trl/data_utils.py, _unpair_row.
    void pairsAreTwoJudgedAnswers() {
        const std::vector<Example> rows = {{PairRow{"p", "c1", "r1"}, {}}, {PairRow{"p", "c2", "r2"}, {}}};

        QCOMPARE(verdicts(unpaired(rows, false)), QStringList({"c1+", "c2+", "r1-", "r2-"}));
    }

    void pairsOfTurnsGoOnFromTheirPrompt() {
        const Json turn = {{"role", "user"}, {"content", "p"}}, answer = {{"role", "assistant"}, {"content", "c"}};
        const ChatPairRow pair{
            .prompt = Json::array({turn}), .chosen = Json::array({answer}), .rejected = Json::array({answer})};

        const std::vector<Example> rows = unpaired({{pair, {}}}, true);

        const auto& chat = std::get<ChatRow>(std::get<JudgedRow>(rows.at(1).row).answer);
        QCOMPARE(chat.messages, Json::array({turn, answer}));
        QCOMPARE(chat.completionFrom, 1);
    }

private:
    RowsOnDisk m_disk;
};

FETTLE_TEST(JudgedRowsTest)
#include "judged_rows_test.moc"
