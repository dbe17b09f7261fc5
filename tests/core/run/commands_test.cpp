#include "core/run/commands.h"
#include "tests/support/test_main.h"

using namespace fettle;

class CommandsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void stopSavesUnlessToldOtherwise() {
        QVERIFY(std::get<StopCommand>(*parseCommand(R"({"command":"stop"})")).save);
        QVERIFY(!std::get<StopCommand>(*parseCommand(R"({"command":"stop","save":false})")).save);
    }

    void pauseMayReleaseMemory() {
        QVERIFY(!std::get<PauseCommand>(*parseCommand(R"({"command":"pause"})")).releaseMemory);
        QVERIFY(std::get<PauseCommand>(*parseCommand(R"({"command":"pause","release_memory":true})")).releaseMemory);
    }

    void plainCommandsAreKnown() {
        QVERIFY(std::holds_alternative<CheckpointCommand>(*parseCommand(R"({"command":"checkpoint"})")));
        QVERIFY(std::holds_alternative<ResumeCommand>(*parseCommand(R"({"command":"resume"})")));
        QVERIFY(std::holds_alternative<SampleCommand>(*parseCommand(R"({"command":"sample"})")));
    }

    void unknownCommandIsNothing() { QVERIFY(!parseCommand(R"({"command":"dance"})")); }

    void brokenLineIsBadUsage_data() {
        QTest::addColumn<QString>("line");
        for (const char* line :
             {"", "stop", "\"stop\"", "[]", "{}", R"({"command":1})", R"({"command":"stop","save":1})"})
            QTest::newRow(line) << line;
        QTest::newRow("deep") << QString(100000, '[');
    }
    void brokenLineIsBadUsage() {
        QFETCH(QString, line);

        try {
            (void)parseCommand(line.toStdString());
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(error.kind, ErrorKind::BadUsage);
        }
    }
};

FETTLE_TEST(CommandsTest)
#include "commands_test.moc"
