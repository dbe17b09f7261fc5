#include "tests/support/fake_engine.h"
#include "tests/support/test_main.h"
#include "ui/engine/engine_process.h"

#include <QSignalSpy>

#include <csignal>

using namespace fettle;
using namespace fettle::test;
using namespace fettle::ui;

namespace {

// What one child said, until it ended.
struct Heard {
    explicit Heard(EngineProcess& process) {
        QObject::connect(&process, &EngineProcess::messageArrived, &process,
                         [this](const Json& message) { messages.push_back(message); });
        QObject::connect(&process, &EngineProcess::ended, &process, [this](const EngineEnd& e) { end = e; });
    }
    std::vector<Json> messages;
    std::optional<EngineEnd> end;
};

} // namespace

class EngineProcessTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void linesBecomeMessages() {
        FakeEngine engine;
        engine.script("devices", "print {\"a\": 1}\nprint {\"b\": \"ü\"}");
        EngineProcess process(engine.program());
        Heard heard(process);

        process.start({"devices"});

        QTRY_VERIFY(heard.end.has_value());
        QCOMPARE(heard.messages.size(), 2u);
        QCOMPARE(heard.messages[1]["b"].get<std::string>(), std::string("ü"));
        QCOMPARE(heard.end->exitCode, 0);
        QCOMPARE(heard.end->signal, 0);
    }

    void aPartialLineWaitsForItsEnd() {
        FakeEngine engine;
        engine.script("devices", "partial {\"a\":\nlog now\npartial  1}\nprint \nhold");
        EngineProcess process(engine.program());
        Heard heard(process);
        QSignalSpy log(&process, &EngineProcess::logArrived);

        process.start({"devices"});

        QTRY_COMPARE(heard.messages.size(), 1u);
        QCOMPARE(heard.messages[0]["a"].get<int>(), 1);
        process.closeInput();
        QTRY_VERIFY(heard.end.has_value());
        QCOMPARE(log.count(), 1);
    }

    void aLastLineWithoutEndCounts() {
        FakeEngine engine;
        engine.script("devices", "partial {\"a\": 1}");
        EngineProcess process(engine.program());
        Heard heard(process);

        process.start({"devices"});

        QTRY_VERIFY(heard.end.has_value());
        QCOMPARE(heard.messages.size(), 1u);
    }

    void garbageIsCountedAndLogged() {
        FakeEngine engine;
        engine.script("devices", "garbage 3\nprint [1]\nprint {\"a\": 1}");
        EngineProcess process(engine.program());
        Heard heard(process);

        process.start({"devices"});

        QTRY_VERIFY(heard.end.has_value());
        QCOMPARE(process.badLines(), 4);
        QCOMPARE(heard.messages.size(), 1u);
        QVERIFY(heard.end->lastLog.join("\n").contains("garbage 2"));
    }

    void aHundredThousandLinesArriveInOrder() {
        FakeEngine engine;
        engine.script("devices", "flood 100000");
        EngineProcess process(engine.program());
        std::int64_t lines = 0;
        bool isInOrder = true;
        connect(&process, &EngineProcess::messageArrived, &process,
                [&](const Json& message) { isInOrder = isInOrder && message["step"].get<std::int64_t>() == ++lines; });
        QSignalSpy ended(&process, &EngineProcess::ended);

        process.start({"devices"});

        QTRY_COMPARE_WITH_TIMEOUT(ended.count(), 1, 60000);
        QCOMPARE(lines, 100000);
        QVERIFY(isInOrder);
    }

    void aCrashTellsItsSignalAndTheLastLog() {
        FakeEngine engine;
        engine.script("devices", "log loading\nlog out of luck\nprint {\"a\": 1}\ncrash 9");
        EngineProcess process(engine.program());
        Heard heard(process);

        process.start({"devices"});

        QTRY_VERIFY(heard.end.has_value());
        QCOMPARE(heard.end->signal, SIGKILL);
        QCOMPARE(heard.end->lastLog, QStringList({"loading", "out of luck"}));
        QCOMPARE(heard.messages.size(), 1u);
        QCOMPARE(heard.end->asError().kind, ErrorKind::OutOfMemory);
        QCOMPARE(heard.end->asError().facts.at("signal"), std::string("9"));
    }

    void aProgramThatDoesNotExistEndsAtOnce() {
        EngineProcess process(EngineProgram{.path = "/nowhere/fettle"});
        Heard heard(process);

        process.start({"devices"});

        QVERIFY(!heard.end.has_value()); // not from inside start()
        QTRY_VERIFY(heard.end.has_value());
        QVERIFY(!heard.end->hasStarted);
        QCOMPARE(heard.end->asError().facts.at("program"), std::string("/nowhere/fettle"));
    }

    void commandsReachTheChild() {
        FakeEngine engine;
        engine.script("chat", "chat");
        EngineProcess process(engine.program());
        Heard heard(process);
        process.start({"chat"});

        process.send({{"command", "load"}, {"path", "a"}});

        QTRY_COMPARE(heard.messages.size(), 2u);
        QCOMPARE(heard.messages[1]["type"].get<std::string>(), std::string("loaded"));
        process.closeInput();
        QTRY_VERIFY(heard.end.has_value());
    }

    void aChildCanBeStartedAgainWhenItsEndIsTold() {
        FakeEngine engine;
        engine.script("devices", "print {\"a\": 1}");
        EngineProcess process(engine.program());
        int starts = 1, messages = 0;
        connect(&process, &EngineProcess::messageArrived, this, [&] { ++messages; });
        connect(&process, &EngineProcess::ended, this, [&] {
            if (++starts <= 3) process.start({"devices"});
        });

        process.start({"devices"});

        QTRY_COMPARE(messages, 3);
        QTRY_COMPARE(starts, 4);
    }

    void aLongLogKeepsItsEnd() {
        FakeEngine engine;
        engine.script("devices", QString("log line\n").repeated(300) + "log last");
        EngineProcess process(engine.program());
        Heard heard(process);

        process.start({"devices"});

        QTRY_VERIFY(heard.end.has_value());
        QCOMPARE(heard.end->lastLog.size(), 200);
        QCOMPARE(heard.end->lastLog.last(), "last");
    }
};

FETTLE_TEST(EngineProcessTest)
#include "engine_process_test.moc"
