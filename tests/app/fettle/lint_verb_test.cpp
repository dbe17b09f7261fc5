#include "tests/app/fettle/program.h"
#include "tests/support/byte_model.h"

#include <QTemporaryDir>

using namespace fettle;
using namespace fettle::test;

// `fettle lint`.
class LintVerbTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() {
        writeByteModel(m_folder.filePath("model").toStdString());
        writeText(rows(), R"({"prompt": "one", "completion": "1"}
broken
{"prompt": "two", "completion": ""}
{"prompt": "one", "completion": "1"}
)");
    }

    void findingsAreSentencesWithLinesAndAdvice() {
        const Ended ended = test::fettle({"lint", rows()});

        QCOMPARE(ended.exitCode, 0);
        QCOMPARE(QString(ended.out), rows() + QString(R"(: 4 rows of prompt_completion
error: One row is not valid JSON and is left out.
  Fix these lines, or write the file again with a program that knows JSON.
  line 2
warning: One answer is empty.
  Write an answer, or remove the row: the model would learn to say nothing.
  line 3
note: One row stands in the file twice.
  Remove them, unless they should count more often.
  line 4
)"));
    }

    // Prompt and completion of the byte model have a token a byte, and EOS.
    void aModelAddsWhatItWouldSee() {
        const Ended ended =
            test::fettle({"lint", rows(), "--json", "--model", m_folder.filePath("model"), "--max-length", "4"});

        QCOMPARE(ended.exitCode, 0);
        const Json line = ended.json();
        QCOMPARE(line.at("figures").at("used"), 3);
        QCOMPARE(line.at("figures").at("cut"), 2);
        QCOMPARE(line.at("figures").at("max_length"), 4);
        QCOMPARE(line.at("findings").at(1).at("kind"), "cut_answer");
        QCOMPARE(line.at("findings").at(1).at("lines"), Json::array({1, 4}));
    }

    void aFileWithoutOddRowsSaysSo() {
        writeText(m_folder.filePath("good.jsonl"), R"({"text": "a"})");

        const Ended ended = test::fettle({"lint", m_folder.filePath("good.jsonl")});

        QVERIFY(ended.out.endsWith("Nothing odd was found.\n"));
    }

    void aMissingFileIsAnError() {
        const Ended ended = test::fettle({"lint", "--json", m_folder.filePath("none.jsonl")});

        QCOMPARE(ended.exitCode, 1);
        QCOMPARE(ended.error().at("kind"), "file_not_found");
    }

    void valuesThatMakeNoSenseAreBadUsage() {
        QCOMPARE(test::fettle({"lint", rows(), "--train-on", "nothing"}).exitCode, 2);
        QCOMPARE(test::fettle({"lint", rows(), "--max-length", "1"}).exitCode, 2);
    }

private:
    [[nodiscard]] QString rows() const { return m_folder.filePath("rows.jsonl"); }
    QTemporaryDir m_folder;
};

FETTLE_TEST(LintVerbTest)
#include "lint_verb_test.moc"
