#include "core/base/error.h"
#include "tests/core/data/rows_on_disk.h"
#include "tests/support/test_main.h"

using namespace fettle;
using fettle::test::RowsOnDisk;

namespace {

const ChatRow& chat(const DatasetFile& read, std::size_t index) {
    return std::get<ChatRow>(read.examples.at(index).row);
}

Error errorOf(const DataFileConfig& file) {
    try {
        (void)readDataset(file);
    } catch (const Error& error) {
        return error;
    }
    return {ErrorKind::Internal, "no error"};
}

// One usable row, and one whose problem the test looks at.
std::string problemOf(const RowsOnDisk& disk, const std::string& badLine) {
    const auto read = readDataset(disk.file("chat.jsonl", R"({"messages": [{"role": "user", "content": "a"}]})" +
                                                              std::string("\n") + badLine + "\n"));
    return read.problems.empty() ? "" : read.problems.front().reason;
}

} // namespace

class ReadDatasetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void messagesKeepTheirTurns() {
        const auto read = readDataset(m_disk.file(
            "a.jsonl",
            R"({"messages": [{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Yes"}]})"));

        QCOMPARE(read.format, std::string("messages"));
        QCOMPARE(chat(read, 0).messages,
                 Json::parse(R"([{"role": "user", "content": "Hi"}, {"role": "assistant", "content": "Yes"}])"));
        QCOMPARE(chat(read, 0).completionFrom, -1);
    }

    void conversationsWithRolesAreMessages() {
        const auto read =
            readDataset(m_disk.file("a.jsonl", R"({"conversations": [{"role": "user", "content": "Hi"}]})"));

        QCOMPARE(read.format, std::string("messages"));
    }

    void shareGptSpeakersBecomeRoles() {
        const auto read = readDataset(m_disk.file(
            "a.json", R"([{"conversations": [{"from": "system", "value": "s"}, {"from": "human", "value": "h"},
                          {"from": "gpt", "value": "g"}, {"from": "bot", "value": "b"}, {"from": "function", "value": "f"}]}])"));

        QCOMPARE(read.format, std::string("sharegpt"));
        QCOMPARE(chat(read, 0).messages, Json::parse(R"([{"role": "system", "content": "s"},
            {"role": "user", "content": "h"}, {"role": "assistant", "content": "g"},
            {"role": "assistant", "content": "b"}, {"role": "tool", "content": "f"}])"));
    }

    void alpacaWinsOverItsOwnTextColumn() {
        const auto read = readDataset(
            m_disk.file("a.json", R"([{"instruction": "Add", "input": "1 2", "output": "3", "text": "Task: Add"}])"));

        QCOMPARE(read.format, std::string("alpaca"));
        const auto& row = std::get<InstructionRow>(read.examples.at(0).row);
        QCOMPARE(row.instruction + "|" + row.input + "|" + row.output, std::string("Add|1 2|3"));
        QVERIFY(!row.system);
    }

    void promptAndCompletionTurnsKnowWhereTheCompletionStarts() {
        const auto read =
            readDataset(m_disk.file("a.jsonl", R"({"prompt": [{"role": "user", "content": "p"}], "completion": )"
                                               R"([{"role": "assistant", "content": "c"}]})"));

        QCOMPARE(read.format, std::string("prompt_completion"));
        QCOMPARE(chat(read, 0).messages.size(), std::size_t{2});
        QCOMPARE(chat(read, 0).completionFrom, 1);
    }

    void theSystemColumnBecomesTheFirstTurn() {
        const auto read = readDataset(
            m_disk.file("a.jsonl", R"({"system": "s", "messages": [{"role": "user", "content": "h"}]})"
                                   "\n"
                                   R"({"system": "s", "messages": [{"role": "system", "content": "own"}]})"));
        const auto shareGpt = readDataset(
            m_disk.file("b.jsonl", R"({"system": "s", "conversations": [{"from": "human", "value": "h"}]})"));

        QCOMPARE(chat(read, 0).messages,
                 Json::parse(R"([{"role": "system", "content": "s"}, {"role": "user", "content": "h"}])"));
        QCOMPARE(chat(read, 1).messages, Json::parse(R"([{"role": "system", "content": "own"}])"));
        QCOMPARE(chat(shareGpt, 0).messages, chat(read, 0).messages);
    }

    void theSystemColumnMayHaveAnotherName() {
        DataFileConfig file =
            m_disk.file("a.jsonl", R"({"persona": "p", "messages": [{"role": "user", "content": "h"}]})");
        file.columns = {{"system", "persona"}};

        QCOMPARE(chat(readDataset(file), 0).messages,
                 Json::parse(R"([{"role": "system", "content": "p"}, {"role": "user", "content": "h"}])"));
    }

    void alpacaReadsItsHistory() {
        const auto read =
            readDataset(m_disk.file("a.jsonl", R"({"instruction": "i", "output": "o", "history": [["q", "a"]]})"
                                               "\n"
                                               R"({"instruction": "i", "output": "o", "history": ["q"]})"));

        QCOMPARE(std::get<InstructionRow>(read.examples.at(0).row).history.at(0).answer, std::string("a"));
        QCOMPARE(read.problems.at(0).origin.line, 2);
    }

    void columnsMapOtherNames() {
        DataFileConfig file = m_disk.file("a.jsonl", R"({"question": "2+2?", "answer": "4"})");
        file.columns = {{"prompt", "question"}, {"completion", "answer"}};

        const auto read = readDataset(file);

        QCOMPARE(read.format, std::string("prompt_completion"));
        QCOMPARE(std::get<PromptCompletionRow>(read.examples.at(0).row).completion, std::string("4"));
    }

    void byteOrderMarkCrlfAndBlankLinesAreTolerated() {
        const auto read =
            readDataset(m_disk.file("a.jsonl", "\xEF\xBB\xBF{\"text\": \"one\"}\r\n\r\n   \n{\"text\": \"two\"}\r\n"));

        QCOMPARE(read.examples.size(), std::size_t{2});
        QCOMPARE(read.examples.at(1).origin.line, 4);
        QVERIFY(read.problems.empty());
    }

    void rowsOfAnObjectAreItsOneListOfObjects() {
        const auto read = readDataset(m_disk.file(
            "a.json", "{\"version\": 1, \"tags\": [\"x\"],\n \"data\": [{\"text\": \"a\"}, {\"text\": \"b\"}]}"));

        QCOMPARE(read.examples.size(), std::size_t{2});
        QVERIFY(!read.examples.at(1).origin.isLine);
    }

    void anObjectThatIsARowIsOneRow() {
        const auto read =
            readDataset(m_disk.file("a.json", "{\n\"conversations\": [{\"from\": \"human\", \"value\": \"a\"},\n"
                                              "{\"from\": \"gpt\", \"value\": \"b\"}]}"));

        QCOMPARE(read.examples.size(), std::size_t{1});
        QCOMPARE(chat(read, 0).messages.size(), std::size_t{2});
    }

    void jsonLinesMayBeCalledJson() {
        const auto read = readDataset(m_disk.file("a.json", "{\"text\": \"a\"}\n{\"text\": \"b\"}\n"));

        QCOMPARE(read.examples.size(), std::size_t{2});
        QVERIFY(read.examples.at(0).origin.isLine);
    }

    void limitCountsRowsFromTheStart() {
        DataFileConfig file = m_disk.file("a.jsonl", "{\"text\": \"a\"}\nbroken\n{\"text\": \"c\"}\n");
        file.limit = 2;

        const auto read = readDataset(file);

        QCOMPARE(read.rows, 2);
        QCOMPARE(read.examples.size(), std::size_t{1});
    }

    void nullFieldsAndTextPartsOfATurnAreSettled() {
        const auto read = readDataset(m_disk.file(
            "a.jsonl",
            R"({"messages": [{"role": "user", "name": null, "content": [{"type": "text", "text": "a"}, )"
            R"({"type": "text", "text": "b"}]}, {"role": "assistant", "content": null, "tool_calls": []}]})"));

        QCOMPARE(chat(read, 0).messages,
                 Json::parse(R"([{"role": "user", "content": "ab"}, {"role": "assistant", "tool_calls": []}])"));
    }

    void toolsMayBeTextOfJson() {
        const auto read = readDataset(
            m_disk.file("a.jsonl", R"({"messages": [{"role": "user", "content": "a"}], "tools": "[\u007b\u007d]"})"));

        QCOMPARE(chat(read, 0).tools, Json::parse("[{}]"));
    }

    void templateVariablesOfARowAreKept() {
        const auto read = readDataset(m_disk.file("a.jsonl", R"({"messages": [{"role": "user", "content": "a"}], )"
                                                             R"("chat_template_kwargs": {"enable_thinking": false}})"));

        QCOMPARE(chat(read, 0).extras, Json::parse(R"({"enable_thinking": false})"));
    }

    void badRowsAreNamedByLineAndReason_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("reason");
        QTest::newRow("no list") << R"({"text": "a"})"
                                 << R"(Line 2 of chat.jsonl has no "messages" list.)";
        QTest::newRow("empty list") << R"({"messages": []})"
                                    << R"(Line 2 of chat.jsonl has no "messages" list.)";
        QTest::newRow("no role") << R"({"messages": [{"content": "a"}]})"
                                 << R"(Line 2 of chat.jsonl has a turn (number 1) without a text "role".)";
        QTest::newRow("no content") << R"({"messages": [{"role": "user", "content": "a"}, {"role": "user"}]})"
                                    << R"(Line 2 of chat.jsonl has a turn (number 2) without a text "content".)";
        QTest::newRow("a picture")
            << R"({"messages": [{"role": "user", "content": [{"type": "image"}]}]})"
            << R"(Line 2 of chat.jsonl has a turn (number 1) with a part that is no text: "image".)";
        QTest::newRow("a turn that is a text") << R"({"messages": ["a"]})"
                                               << "Line 2 of chat.jsonl has a turn (number 1) that is no object.";
        QTest::newRow("a list") << "[1]"
                                << "Line 2 of chat.jsonl is no JSON object.";
    }

    void badRowsAreNamedByLineAndReason() {
        QFETCH(QString, line);
        QFETCH(QString, reason);

        QCOMPARE(QString::fromStdString(problemOf(m_disk, line.toStdString())), reason);
    }

    void aBrokenLineSaysThatItIsNoJson() {
        QVERIFY(QString::fromStdString(problemOf(m_disk, R"({"messages": [)"))
                    .startsWith("Line 2 of chat.jsonl is not valid JSON:"));
    }

    void anUnknownSpeakerIsABadRow() {
        const auto error =
            errorOf(m_disk.file("a.jsonl", R"({"conversations": [{"from": "narrator", "value": "f"}]})"));

        QCOMPARE(error.kind, ErrorKind::BadDataset);
        QVERIFY(error.message.find("from \"narrator\"") != std::string::npos);
    }

    void manyProblemsAreCountedButNotAllKept() {
        std::string lines = "{\"text\": \"good\"}\n";
        for (int i = 0; i < 1500; ++i)
            lines += "{}\n";

        const auto read = readDataset(m_disk.file("a.jsonl", lines));

        QCOMPARE(read.rows, 1501);
        QCOMPARE(std::ssize(read.problems), kProblemsKept);
    }

    void filesWithoutAUsableRowAreRefused_data() {
        QTest::addColumn<QString>("content");
        QTest::addColumn<QString>("message");
        QTest::newRow("empty") << ""
                               << "a.jsonl is empty.";
        QTest::newRow("blank") << " \n\r\n"
                               << "a.jsonl is empty.";
        QTest::newRow("numbers") << "1\n2\n"
                                 << "The rows of a.jsonl fit no known format.";
        QTest::newRow("other columns")
            << "{\"question\": 1, \"answer\": 2}\n"
            << "The rows of a.jsonl fit no known format. Their columns are: question, answer.";
        QTest::newRow("all bad") << "{\"text\": 1}\n"
                                 << "No row of a.jsonl can be used. Line 1 of a.jsonl has no text \"text\".";
        QTest::newRow("empty list") << "[]"
                                    << "The rows of a.jsonl fit no known format.";
    }

    void filesWithoutAUsableRowAreRefused() {
        QFETCH(QString, content);
        QFETCH(QString, message);

        const auto error = errorOf(m_disk.file("a.jsonl", content.toStdString()));

        QCOMPARE(error.kind, ErrorKind::BadDataset);
        QCOMPARE(QString::fromStdString(error.message), message);
    }

    void anUnknownFormatNameIsABadConfig() {
        DataFileConfig file = m_disk.file("a.jsonl", "{\"text\": \"a\"}");
        file.format = "csv";

        QCOMPARE(errorOf(file).kind, ErrorKind::BadConfig);
    }

    void aToldFormatIsNotGuessed() {
        DataFileConfig file = m_disk.file("a.jsonl", R"({"instruction": "i", "output": "o", "text": "t"})");
        file.format = "text";

        QCOMPARE(std::get<TextRow>(readDataset(file).examples.at(0).row).text, std::string("t"));
    }

private:
    RowsOnDisk m_disk;
};

FETTLE_TEST(ReadDatasetTest)
#include "read_dataset_test.moc"
