#include "tests/core/data/rows_on_disk.h"
#include "tests/support/test_main.h"

using namespace fettle;
using namespace fettle::test;

namespace {

Json message(const char* role, const char* text, const std::vector<Json>& replies = {}) {
    return {{"role", role}, {"text", text}, {"replies", replies}};
}

// "user: q | assistant: a" for each conversation.
QStringList conversationsOf(const DatasetFile& read) {
    QStringList all;
    for (const Example& example : read.examples) {
        QStringList turns;
        for (const Json& turn : std::get<ChatRow>(example.row).messages)
            turns << QString::fromStdString(turn["role"].get<std::string>() + ": " +
                                            turn["content"].get<std::string>());
        all << turns.join(" | ");
    }
    return all;
}

} // namespace

class RowFormatsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aTreeIsItsConversationsAsFarAsThereAreAnswers() {
        const Json branch = message("prompter", "q2", {message("assistant", "a2")});
        const Json first = message("assistant", "a1", {branch, message("prompter", "q3")});
        const Json second = message("assistant", "a4", {message("prompter", "q5")});
        const Json tree = {{"prompt", message("prompter", "q", {first, second})}};

        const DatasetFile read = readRows({tree, tree});

        QCOMPARE(read.format, std::string("open_assistant"));
        QCOMPARE(read.rows, 2);
        const QStringList once = {"user: q | assistant: a1 | user: q2 | assistant: a2", "user: q | assistant: a4"};
        QCOMPARE(conversationsOf(read), once + once);
        QCOMPARE(read.examples[1].origin.line, 1);
        QCOMPARE(read.examples[2].origin.line, 2);
    }

    void aTreeMayStandThereWithoutAName() {
        const DatasetFile read = readRows({message("prompter", "q", {message("assistant", "a")})});

        QCOMPARE(conversationsOf(read), QStringList("user: q | assistant: a"));
    }

    void deletedMessagesEndTheirBranch() {
        Json gone = message("assistant", "gone", {message("prompter", "q2", {message("assistant", "a2")})});
        gone["deleted"] = true;

        const DatasetFile read = readRows({message("prompter", "q", {gone, message("assistant", "a")})});

        QCOMPARE(conversationsOf(read), QStringList("user: q | assistant: a"));
    }

    void brokenTreesAreBadRows() {
        const DatasetFile read = readRows({message("prompter", "q", {message("assistant", "a")}),
                                           message("prompter", "q"), message("prompter", "q", {message("judge", "a")}),
                                           message("prompter", "q", {Json{{"role", "assistant"}}})});

        QCOMPARE(read.examples.size(), std::size_t{1});
        QCOMPARE(read.problems.at(0).reason, std::string("Line 2 of a.jsonl has no answer."));
        QCOMPARE(read.problems.at(1).kind, FindingKind::UnknownSpeaker);
        QCOMPARE(read.problems.at(2).kind, FindingKind::UnreadableTurn);
        QCOMPARE(badRowCount(read), 3);
    }

    void instancesOfATaskComeBehindItsDefinition() {
        const DatasetFile read = readDataset(
            m_disk.file("a.json", R"({"Definition": ["Add."], "Positive Examples": [{"input": "0", "output": "0"}],
                          "Negative Examples": [], "Instances": [{"id": "1", "input": "1 1", "output": ["2", "two"]},
                          {"input": "1 2"}, {"input": "2 2", "output": "4"}]})"));

        QCOMPARE(read.format, std::string("natural_instructions"));
        const auto& first = std::get<InstructionRow>(read.examples.at(0).row);
        QCOMPARE(first.instruction + "|" + first.input + "|" + first.output, std::string("Add.|1 1|2"));
        QCOMPARE(std::get<InstructionRow>(read.examples.at(1).row).output, std::string("4"));
        QCOMPARE(read.problems.at(0).reason, std::string("Row 2 of a.json has no text \"output\"."));
    }

    void eachInstanceOfAnInstructionIsARow() {
        const DatasetFile read = readLine(R"({"instruction": "Add.", "instances": [{"input": "1 1", "output": "2"}, )"
                                          R"({"input": "", "output": "3"}]})"
                                          "\n"
                                          R"({"instruction": "Add.", "instances": [{"input": "1"}]})");

        QCOMPARE(read.format, std::string("self_instruct"));
        QCOMPARE(read.examples.size(), std::size_t{2});
        QCOMPARE(std::get<InstructionRow>(read.examples[0].row).input, std::string("1 1"));
        QCOMPARE(std::get<InstructionRow>(read.examples[1].row).output, std::string("3"));
        QCOMPARE(read.problems.at(0).kind, FindingKind::MissingText);
    }

    void aTextAloneIsARowOfText() {
        for (const DataFileConfig& file :
             {m_disk.file("a.jsonl", "\"one\"\n\"two\""), m_disk.file("a.json", "[\"one\", \"two\"]")}) {
            const DatasetFile read = readDataset(file);

            QCOMPARE(read.format, std::string("text"));
            QCOMPARE(std::get<TextRow>(read.examples.at(1).row).text, std::string("two"));
        }
    }

    void aConversationWithALabelIsJudged() {
        const Json question = {{"role", "user"}, {"content", "q"}}, answer = {{"role", "assistant"}, {"content", "a"}};
        const auto labelled = [](const Json& turns, const Json& label) {
            return Json{{"messages", turns}, {"label", label}};
        };

        const DatasetFile read =
            readRows({labelled({question, answer}, false), labelled(Json::array({question}), true)});
        const DatasetFile classes = readRows({labelled({question, answer}, 1)});

        QCOMPARE(read.format, std::string("unpaired_preference"));
        const auto& row = std::get<JudgedRow>(read.examples.at(0).row);
        QVERIFY(!row.isDesirable);
        QCOMPARE(std::get<ChatRow>(row.answer).completionFrom, 1);
        QCOMPARE(read.problems.at(0).reason, std::string("Line 2 of a.jsonl does not end with an answer to judge."));
        QCOMPARE(classes.format, std::string("messages"));
    }

    void callsOfToolsAreWhatTemplatesTake() {
        const Json wanted = Json::parse(R"([{"type": "function", "function": {"name": "f", "arguments": {"x": 1}}}])");
        const Json call = {{"name", "f"}, {"arguments", {{"x", 1}}}};
        const auto spoken = [](const char* who, const std::string& text) {
            return Json{{"from", who}, {"value", text}};
        };
        const auto part = [](const char* type, const std::string& text) {
            return Json{{"type", type}, {"value", text}};
        };

        const DatasetFile shared =
            readRows({{{"conversations",
                        {spoken("human", "q"), spoken("function_call", call.dump()), spoken("observation", "o")}}}});
        const Json content = {part("reasoning", "r"), part("text", "t"), part("tool_call", call.dump())};
        const DatasetFile parts =
            readRows({{{"messages", Json::array({{{"role", "assistant"}, {"content", content}}})}}});

        const Json& turns = std::get<ChatRow>(shared.examples.at(0).row).messages;
        QCOMPARE(turns.at(1), (Json{{"role", "assistant"}, {"content", ""}, {"tool_calls", wanted}}));
        QCOMPARE(turns.at(2), (Json{{"role", "tool"}, {"content", "o"}}));
        QCOMPARE(std::get<ChatRow>(parts.examples.at(0).row).messages.at(0),
                 (Json{{"role", "assistant"}, {"content", "t"}, {"tool_calls", wanted}, {"reasoning_content", "r"}}));
    }

    void aCallOfNoToolIsABadRow() {
        for (const char* call : {"f", "{}", "[1]"}) {
            const Json row = {{"conversations", Json::array({{{"from", "function_call"}, {"value", call}}})}};
            const std::string good = R"({"conversations": [{"from": "human", "value": "q"}]})";

            const DatasetFile read = readLine(good + "\n" + row.dump());

            QCOMPARE(read.problems.at(0).reason,
                     std::string("Line 2 of a.jsonl has a turn (number 1) with a call of no tool."));
        }
    }

private:
    DatasetFile readRows(const std::vector<Json>& rows) {
        std::string lines;
        for (const Json& row : rows)
            lines += row.dump() + "\n";
        return readLine(lines);
    }
    DatasetFile readLine(const std::string& lines) { return readDataset(m_disk.file("a.jsonl", lines)); }

    RowsOnDisk m_disk;
};

FETTLE_TEST(RowFormatsTest)
#include "row_formats_test.moc"
