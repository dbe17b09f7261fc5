#include "core/verdict/asking.h"

#include "tests/support/test_main.h"

using namespace fettle;

class QuestionsOfTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachKindOfRowAsks_data() {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QString>("expected");
        QTest::newRow("prompt and completion") << 0 << "q"
                                               << "a";
        QTest::newRow("instruction") << 1 << "do\nthis"
                                     << "a";
        QTest::newRow("conversation") << 2 << "second"
                                      << "last";
        QTest::newRow("pair") << 3 << "q"
                              << "good";
        QTest::newRow("pair of turns") << 4 << "q"
                                       << "good";
    }

    void eachKindOfRowAsks() {
        QFETCH(int, kind);
        const Json turns = parseJson(R"([{"role": "user", "content": "first"}, {"role": "assistant", "content": "one"},
            {"role": "user", "content": "second"}, {"role": "assistant", "content": "last"}])",
                                     "turns");
        const Json asked = parseJson(R"([{"role": "user", "content": "q"}])", "turns");
        const auto answer = [](const char* text) { return Json::array({{{"role", "assistant"}, {"content", text}}}); };
        const Row rows[] = {PromptCompletionRow{"q", "a"},
                            InstructionRow{.instruction = "do", .input = "this", .output = "a"},
                            ChatRow{.messages = turns}, PairRow{"q", "good", "bad"},
                            ChatPairRow{.prompt = asked, .chosen = answer("good"), .rejected = answer("bad")}};

        const auto questions = questionsOf({{.row = rows[kind]}});

        QCOMPARE(questions.size(), 1u);
        QTEST(QString::fromStdString(questions[0].messages.back()["content"].get<std::string>()), "asked");
        QTEST(QString::fromStdString(questions[0].expected), "expected");
        QCOMPARE(questions[0].messages.back()["role"], "user");
    }

    void textAsksNothing() { QVERIFY(questionsOf({{.row = TextRow{"once"}}}).empty()); }
};

FETTLE_TEST(QuestionsOfTest)
#include "questions_of_test.moc"
