#include "tests/support/byte_model.h"
#include "tests/support/test_main.h"
#include "ui/models/data_inspector.h"
#include "ui/text/finding_text.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace fettle;
using namespace fettle::test;
using namespace fettle::ui;

namespace {

std::string chat(const std::string& question, const std::string& answer) {
    return Json{{"messages", Json::array({{{"role", "user"}, {"content", question}},
                                          {{"role", "assistant"}, {"content", answer}}})}}
               .dump() +
           "\n";
}

struct DataInspectorStage {
    DataInspectorStage() { writeByteModel(folder.filePath("model").toStdString()); }
    void open(const std::string& rows, const DataConfig& data = {}) {
        writeFileAtomically(folder.filePath("rows.jsonl").toStdString(), rows);
        again(data);
    }
    void again(const DataConfig& data) {
        QSignalSpy counted(&inspector, &DataInspector::counted);
        inspector.open({.path = folder.filePath("rows.jsonl").toStdString()}, folder.filePath("model"), data);
        QTRY_COMPARE(counted.count(), 1);
    }
    [[nodiscard]] QStringList findings() const {
        QStringList texts;
        for (const Finding& finding : const_cast<DataInspectorStage*>(this)->inspector.findings().findings())
            texts << findingText(finding);
        return texts;
    }

    QTemporaryDir folder;
    DataInspector inspector;
};

} // namespace

class DataInspectorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        QTest::failOnWarning(QRegularExpression(".*"));
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    void cleanupTestCase() { QLocale::setDefault(QLocale::c()); }

    // <|im_start|>user\nHi<|im_end|>\n is 1+5+2+1+1 = 10 tokens, <|im_start|>assistant\n 1+10 = 11,
    // Yes<|im_end|>\n 3+1+1 = 5, of which Yes<|im_end|> or all five are trained.
    void figuresAreCounted() {
        DataInspectorStage stage;

        stage.open(chat("Hi", "Yes"));

        const DataFigures& figures = stage.inspector.figures();
        QCOMPARE(figures.lengths, std::vector<std::int32_t>({26}));
        QCOMPARE(figures.counts.used, 1);
        QCOMPARE(figures.counts.tokens, 26);
        QVERIFY(figures.counts.trainedTokens == 4 || figures.counts.trainedTokens == 5);
        QCOMPARE(stage.inspector.foundFormat(), "messages");
        QCOMPARE(stage.inspector.fileColumns(), QStringList({"messages"}));
    }

    void cutRowsAreFound() {
        DataInspectorStage stage;

        stage.open(chat("Hi", "Yes"), {.maxLength = 24});

        QCOMPARE(stage.inspector.figures().counts.cut, 1);
        QCOMPARE(stage.inspector.figures().counts.tokens, 24);
        QCOMPARE(stage.inspector.figures().lengths, std::vector<std::int32_t>({26}));
        QCOMPARE(stage.inspector.figures().maxLength, std::int64_t{24});
        QCOMPARE(stage.findings(), QStringList({"One row is longer than 24 tokens: its answer loses its end."}));
    }

    void aRowWithoutATrainedTokenIsDropped() {
        DataInspectorStage stage;

        stage.open(chat("Hi", "Yes"), {.maxLength = 15});

        QCOMPARE(stage.inspector.figures().counts.used, 0);
        QCOMPARE(stage.findings(), QStringList({"One row is left out: its answer begins beyond 15 tokens."}));
    }

    void duplicatesAndEmptyAnswersAreFound() {
        DataInspectorStage stage;

        stage.open(chat("a", "b") + chat("c", " ") + chat("a", "b"));

        QCOMPARE(stage.findings(), QStringList({"One answer is empty.", "One row stands in the file twice."}));
    }

    void aBrokenLineIsFoundWithItsNumber() {
        DataInspectorStage stage;

        stage.open(chat("a", "b") + "{broken\n");

        QCOMPARE(stage.inspector.rows().rowCount(), 1);
        QCOMPARE(stage.findings(), QStringList({"One row is not valid JSON and is left out."}));
        QCOMPARE(stage.inspector.findings().findings().front().places.front().line, 2);
        QCOMPARE(stage.inspector.figures().counts.dropped, 1);
    }

    void aRowIsShownAsTokens() {
        DataInspectorStage stage;
        stage.open(chat("Hi", "Yes"));
        QSignalSpy tokenized(&stage.inspector, &DataInspector::rowTokenized);

        stage.inspector.selectRow(0);

        QTRY_COMPARE(tokenized.count(), 1);
        const auto& tokens = stage.inspector.tokens().tokens();
        QCOMPARE(tokens.size(), 26u);
        QCOMPARE(tokens[0].kind, TokenKind::Special);
        QCOMPARE(tokens[6].text, "H");
        QCOMPARE(tokens[6].bytes, "48");
        QCOMPARE(tokens[6].kind, TokenKind::Masked);
        QCOMPARE(tokens[21].text, "Y");
        QCOMPARE(tokens[21].kind, TokenKind::Trained);
    }

    void tokensBeyondTheLengthAreCut() {
        DataInspectorStage stage;
        stage.open(chat("Hi", "Yes"), {.maxLength = 24});
        QSignalSpy tokenized(&stage.inspector, &DataInspector::rowTokenized);

        stage.inspector.selectRow(0);

        QTRY_COMPARE(tokenized.count(), 1);
        QCOMPARE(stage.inspector.tokens().tokens()[23].kind, TokenKind::Trained);
        QCOMPARE(stage.inspector.tokens().tokens()[24].kind, TokenKind::Cut);
    }

    void anotherRuleCountsAgainWithoutReading() {
        DataInspectorStage stage;
        stage.open(chat("Hi", "Yes"));
        const auto rows = stage.inspector.rows().file();

        stage.again({.trainOn = "everything"});

        QCOMPARE(stage.inspector.rows().file(), rows);
        QCOMPARE(stage.inspector.figures().counts.trainedTokens, 25);
    }

    void aMissingFileFails() {
        DataInspector inspector;
        QSignalSpy failed(&inspector, &DataInspector::failed);

        inspector.open({.path = "/nowhere/rows.jsonl"}, "pocket", {});

        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(!inspector.isBusy());
    }

    void theTableShowsQuestionAndAnswer() {
        DataInspectorStage stage;
        QAbstractItemModelTester tester(&stage.inspector.rows());

        stage.open(chat("Hi\nthere", "Yes") + chat("Second", "No"));

        const RowsModel& rows = stage.inspector.rows();
        QCOMPARE(rows.index(0, 0).data().toString(), "Hi there");
        QCOMPARE(rows.index(1, 1).data().toString(), "No");
        QCOMPARE(rows.index(1, 2).data().toInt(), 2);
        QCOMPARE(rows.rowOfLine(2), 1);
        QCOMPARE(rows.rowOfLine(9), -1);
    }

    void aHundredThousandRowsAreReadWhereTheyAreLookedAt() {
        auto file = std::make_shared<DatasetFile>();
        file->format = "prompt_completion";
        for (int i = 1; i <= 100000; ++i)
            file->examples.push_back(
                {PromptCompletionRow{"prompt " + std::to_string(i), "completion"}, {.file = "rows.jsonl", .line = i}});
        RowsModel rows;

        rows.setRows(file);

        QCOMPARE(rows.rowCount(), 100000);
        QCOMPARE(rows.index(99999, 0).data().toString(), "prompt 100000");
        QCOMPARE(rows.rowOfLine(50000), 49999);
    }

    // <|im_start|>user\nHi<|im_end|>\n<|im_start|>assistant\n is 1+5+2+1+1 + 1+10 = 21 tokens.
    void aPairIsShownAsPromptChosenAndRejected() {
        DataInspectorStage stage;
        stage.open(R"({"prompt": [{"role": "user", "content": "Hi"}], "chosen": [{"role": "assistant", "content": )"
                   R"("Yes"}], "rejected": [{"role": "assistant", "content": "No"}]})"
                   "\n",
                   {.maxLength = 24});
        QSignalSpy tokenized(&stage.inspector, &DataInspector::rowTokenized);

        stage.inspector.selectRow(0);

        QTRY_COMPARE(tokenized.count(), 1);
        const TokensModel& tokens = stage.inspector.tokens();
        QCOMPARE(tokens.strands().size(), 3u);
        QCOMPARE(tokens.strandTitle(0), "Prompt: 21 token(s)");
        QCOMPARE(tokens.strandTitle(1), "Chosen: 5 token(s), 2 of them cut");
        QCOMPARE(tokens.strandTitle(2), "Rejected: 4 token(s), 1 of them cut");
        QCOMPARE(tokens.tokens()[21].text, "Y");
        QCOMPARE(tokens.tokens()[21].kind, TokenKind::Trained);
        QCOMPARE(stage.inspector.figures().lengths, std::vector<std::int32_t>({26}));
        QVERIFY(stage.inspector.rows().holdsPairs());
    }

    void rowsThatNoModelCanReadAreLintedAlone() {
        DataInspectorStage stage;
        QSignalSpy failed(&stage.inspector, &DataInspector::failed);
        writeFileAtomically(stage.folder.filePath("rows.jsonl").toStdString(), chat("a", "b") + chat("a", "b"));

        stage.inspector.open({.path = stage.folder.filePath("rows.jsonl").toStdString()}, "/nowhere", {});

        QTRY_COMPARE(failed.count(), 1);
        QTRY_COMPARE(stage.findings(), QStringList({"One row stands in the file twice."}));
    }
};

FETTLE_TEST(DataInspectorTest)
#include "data_inspector_test.moc"
