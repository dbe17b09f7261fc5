// What may be in a data file, whatever its rows mean.
#include "core/base/error.h"
#include "tests/core/data/rows_on_disk.h"
#include "tests/support/cases.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

namespace {

constexpr const char* kRow = "{\"messages\": [{\"role\": \"user\", \"content\": \"a \\\"q\\\" {\"}, "
                             "{\"role\": \"assistant\", \"content\": \"b\"}], \"n\": [1, {\"x\": null}]}";

std::string messageOf(const DataFileConfig& file) {
    try {
        (void)readDataset(file);
        return "no error";
    } catch (const Error& error) {
        return error.message;
    }
}

DataFileConfig reported(const std::string& name) {
    return {.path = (kCases / "unreadable-jsonl" / (name + ".jsonl")).string()};
}

std::vector<std::string> textsOf(const DatasetFile& read) {
    std::vector<std::string> texts;
    for (const Example& example : read.examples)
        texts.push_back(std::get<TextRow>(example.row).text);
    return texts;
}

} // namespace

class FileKindsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { FETTLE_NEEDS_CASE("unreadable-jsonl"); }

    void rowsNeedNoLineOfTheirOwn_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"spread-over-lines", "two-on-a-line", "carriage-returns"})
            QTest::newRow(name) << name;
    }
    void rowsNeedNoLineOfTheirOwn() {
        QFETCH(QString, name);

        const DatasetFile read = readDataset(reported(name.toStdString()));

        QCOMPARE(read.examples.size(), std::size_t{2});
        QVERIFY(read.problems.empty());
        QCOMPARE(std::get<ChatRow>(read.examples[1].row).messages,
                 Json::parse(R"([{"role": "user", "content": "Who rules?"},
                                 {"role": "assistant", "content": "the king"}])"));
    }

    void filesWithoutAReadableRowSayWhatIsWrong() {
        QCOMPARE(messageOf(reported("utf16")), std::string("Line 1 of utf16.jsonl is in UTF-16, not in UTF-8."));
        QCOMPARE(
            messageOf(reported("trailing-commas")),
            std::string("No row of trailing-commas.jsonl can be used. Line 1 of trailing-commas.jsonl is not valid "
                        "JSON: parse error at line 1, column 104: syntax error while parsing value - unexpected "
                        "','; expected end of input."));
    }

    void aRowCutOffAnywhereIsTheOnlyOneLost() {
        const std::string row = kRow;
        for (std::size_t size = 1; size < row.size(); ++size) {
            const DatasetFile read =
                readDataset(m_disk.file("a.jsonl", row + "\n" + row.substr(0, size) + "\n" + row + "\n\n" + row));

            QCOMPARE(read.examples.size(), std::size_t{3});
            QCOMPARE(read.problems.size(), std::size_t{1});
            QCOMPARE(read.problems[0].origin.line, 2);
            QCOMPARE(read.examples[2].origin.line, 5);
        }
    }

    void rowsSayInWhichLineTheyBegin() {
        const DatasetFile read = readDataset(m_disk.file(
            "a.jsonl", "\r\n{\"text\":\r\n\"a\"}\r\n{\"text\": \"b\"} {\"text\": \"c\"}\r{\"text\": \"d\"}x\n"
                       "{\"text\": \"e\"}"));

        QCOMPARE(textsOf(read), (std::vector<std::string>{"a", "b", "c", "e"}));
        QCOMPARE(read.examples[0].origin.line, 2);
        QCOMPARE(read.examples[1].origin.line, 4);
        QCOMPARE(read.examples[2].origin.line, 4);
        QCOMPARE(read.problems.at(0).origin.line, 5);
        QCOMPARE(read.examples[3].origin.line, 6);
    }

    void linesThatNeverCloseTakeTimeInProportion() {
        std::string text;
        for (int i = 0; i < 200'000; ++i)
            text += "{\"a\": [\n";

        QVERIFY(messageOf(m_disk.file("a.jsonl", text)).find("Line 1 of a.jsonl is not valid JSON") !=
                std::string::npos);
    }

    void otherEncodingsAreNamed() {
        using namespace std::string_literals;
        QCOMPARE(messageOf(m_disk.file("a.jsonl", "\xFE\xFF\0{"s)),
                 std::string("Line 1 of a.jsonl is in UTF-16, not in UTF-8."));
        QCOMPARE(messageOf(m_disk.file("a.json", "[\0{\0"s)),
                 std::string("Line 1 of a.json is in UTF-16, not in UTF-8."));
        QCOMPARE(messageOf(m_disk.file("a.txt", "\xFF\xFE\0\0a\0\0\0"s)),
                 std::string("Line 1 of a.txt is in UTF-32, not in UTF-8."));
    }

    void aJsonFileMayHoldRowsOneAfterTheOther() {
        const DatasetFile read = readDataset(m_disk.file("a.json", "{\n\"text\": \"a\"\n}\n{\n\"text\": \"b\"\n}\n"));

        QCOMPARE(textsOf(read), (std::vector<std::string>{"a", "b"}));
    }

    // datasets.load_dataset("text"): a row a line, without its end, and white space as it is; but no empty rows.
    void plainTextIsARowALine() {
        const DatasetFile read =
            readDataset(m_disk.file("a.txt", "\xEF\xBB\xBF{\"text\": 1}\r\n\n  two \rthree\n \nlast"));

        QCOMPARE(read.format, std::string("text"));
        QCOMPARE(textsOf(read), (std::vector<std::string>{"{\"text\": 1}", "  two ", "three", "last"}));
        QCOMPARE(read.examples[3].origin.line, 6);
    }

    void plainTextThatIsNoTextIsNamed() {
        const DatasetFile read = readDataset(m_disk.file("a.txt", "one\n\xE9t\xE9\nthree"));

        QCOMPARE(textsOf(read), (std::vector<std::string>{"one", "three"}));
        QCOMPARE(read.problems.at(0).reason, std::string("Line 2 of a.txt is not in UTF-8."));
        QCOMPARE(messageOf(m_disk.file("a.txt", " \n")), std::string("a.txt is empty."));
    }

private:
    RowsOnDisk m_disk;
};

FETTLE_TEST(FileKindsTest)
#include "file_kinds_test.moc"
