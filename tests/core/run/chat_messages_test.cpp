#include "core/run/chat_messages.h"
#include "tests/support/test_main.h"

using namespace fettle;

class ChatMessagesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void generateHoldsEverything() {
        const auto command = parseChatCommand(
            R"({"command":"generate","id":7,"messages":[{"role":"user","content":"Hi"}],
                "adapters":[{"path":"a"},{"path":"b","strength":0.5}],"sampling":{"temperature":0,"max_new_tokens":9},
                "continue_last":true})");

        const auto& generate = std::get<GenerateCommand>(*command);
        QCOMPARE(generate.id.get<int>(), 7);
        QCOMPARE(generate.messages.at(0).at("content").get<std::string>(), std::string("Hi"));
        QCOMPARE(generate.adapters.at(0).strength, 1.0);
        QCOMPARE(generate.adapters.at(1).path, std::string("b"));
        QCOMPARE(generate.adapters.at(1).strength, 0.5);
        QVERIFY((generate.sampling == SamplingConfig{.temperature = 0, .maxNewTokens = 9}));
        QVERIFY(generate.continuesLast);
    }

    void generateNeedsOnlyIdAndMessages() {
        const auto command = parseChatCommand(R"({"command":"generate","id":"x","messages":[]})");

        const auto& generate = std::get<GenerateCommand>(*command);
        QVERIFY(generate.adapters.empty());
        QVERIFY(generate.sampling == SamplingConfig{});
        QVERIFY(!generate.continuesLast);
    }

    void otherCommandsAreKnown() {
        QCOMPARE(std::get<CancelCommand>(*parseChatCommand(R"({"command":"cancel","id":7})")).id.get<int>(), 7);
        QCOMPARE(std::get<LoadCommand>(*parseChatCommand(R"({"command":"load","path":"a"})")).path, std::string("a"));
        QCOMPARE(std::get<UnloadCommand>(*parseChatCommand(R"({"command":"unload","path":"a"})")).path,
                 std::string("a"));
        QVERIFY(std::get<RenderCommand>(*parseChatCommand(R"({"command":"render","id":1,"messages":[]})"))
                    .messages.is_array());
        QVERIFY(!parseChatCommand(R"({"command":"dance"})"));
    }

    void brokenMemberIsNamed_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("key");
        QTest::newRow("no id") << R"({"command":"cancel"})"
                               << "id";
        QTest::newRow("list as id") << R"({"command":"cancel","id":[]})"
                                    << "id";
        QTest::newRow("no messages") << R"({"command":"generate","id":1})"
                                     << "messages";
        QTest::newRow("text as message") << R"({"command":"generate","id":1,"messages":["x"]})"
                                         << "messages[0]";
        QTest::newRow("adapter as text") << R"({"command":"generate","id":1,"messages":[],"adapters":["x"]})"
                                         << "adapters";
        QTest::newRow("strength as text")
            << R"({"command":"generate","id":1,"messages":[],"adapters":[{"path":"x","strength":"1"}]})"
            << "strength";
        QTest::newRow("sampling") << R"({"command":"generate","id":1,"messages":[],"sampling":{"top_p":2}})"
                                  << "sampling.top_p";
        QTest::newRow("no path") << R"({"command":"load"})"
                                 << "path";
        QTest::newRow("no command") << R"({"id":1})"
                                    << "command";
    }
    void brokenMemberIsNamed() {
        QFETCH(QString, line);
        QFETCH(QString, key);

        try {
            (void)parseChatCommand(line.toStdString());
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::BadUsage);
            QCOMPARE(QString::fromStdString(error.facts.at("key")), key);
        }
    }

    void errorNamesTheRequest() {
        try {
            (void)parseChatCommand(R"({"command":"generate","id":"a7"})");
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(error.facts.at("id"), std::string(R"("a7")"));
        }
    }
};

FETTLE_TEST(ChatMessagesTest)
#include "chat_messages_test.moc"
