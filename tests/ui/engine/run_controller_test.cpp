#include "tests/support/fake_engine.h"
#include "tests/support/test_main.h"
#include "ui/engine/run_controller.h"

using namespace fettle;
using namespace fettle::test;
using namespace fettle::ui;

namespace {

// A controller over a fake engine, with what it said.
struct RunControllerStage {
    explicit RunControllerStage(const QString& script = {}) {
        if (!script.isEmpty()) engine.script("train", script);
        controller = std::make_unique<RunController>(engine.program());
        QObject::connect(controller.get(), &RunController::stateChanged, controller.get(),
                         [this](const QString&, RunState state) { states.push_back(state); });
        QObject::connect(controller.get(), &RunController::eventsArrived, controller.get(),
                         [this](const QString&, const std::vector<Json>& more) {
                             events.insert(events.end(), more.begin(), more.end());
                         });
        QObject::connect(controller.get(), &RunController::logArrived, controller.get(),
                         [this](const QString&, const QStringList& more) { log.push_back(more); });
        QObject::connect(controller.get(), &RunController::failed, controller.get(),
                         [this](const QString&, const Error& error, const QStringList& last) {
                             failure = error;
                             lastLog = last;
                         });
    }
    void start() { controller->start(folder.filePath("run")); }
    [[nodiscard]] RunState state() const { return controller->state(); }
    [[nodiscard]] int count(const char* type) const {
        return static_cast<int>(
            std::ranges::count_if(events, [&](const Json& event) { return event["type"] == type; }));
    }

    QTemporaryDir folder;
    FakeEngine engine;
    std::unique_ptr<RunController> controller;
    std::vector<RunState> states;
    std::vector<Json> events;
    std::vector<QStringList> log;
    std::optional<Error> failure;
    QStringList lastLog;
};

using States = std::vector<RunState>;
const QString kLong = "begin 1000000\nsteps 1000000 1";

} // namespace

class RunControllerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void aRunGoesFromStartToEnd() {
        RunControllerStage stage;

        stage.start();

        QTRY_COMPARE(stage.state(), RunState::Finished);
        QVERIFY(stage.states == States({RunState::Starting, RunState::Training, RunState::Finished}));
        QCOMPARE(stage.count("step"), 20);
        QCOMPARE(stage.count("ended"), 1);
        QVERIFY(!stage.failure.has_value());
    }

    void aPausedRunGoesOn() {
        RunControllerStage stage(kLong);
        stage.start();
        QTRY_COMPARE(stage.state(), RunState::Training);

        stage.controller->pause();
        QCOMPARE(stage.state(), RunState::Pausing); // until the engine has finished its step
        QTRY_COMPARE(stage.state(), RunState::Paused);
        stage.controller->resume();
        QTRY_COMPARE(stage.state(), RunState::Training);

        stage.controller->stopAndDiscard();
        QTRY_COMPARE(stage.state(), RunState::Stopped);
    }

    void stopAndSaveWritesACheckpoint() {
        RunControllerStage stage(kLong);
        stage.start();
        QTRY_COMPARE(stage.state(), RunState::Training);

        stage.controller->stopAndSave();

        QCOMPARE(stage.state(), RunState::Stopping);
        QTRY_COMPARE(stage.state(), RunState::Stopped);
        QCOMPARE(stage.count("checkpoint"), 1);
    }

    void stopAndDiscardWritesNone() {
        RunControllerStage stage(kLong);
        stage.start();
        QTRY_COMPARE(stage.state(), RunState::Training);

        stage.controller->stopAndDiscard();

        QTRY_COMPARE(stage.state(), RunState::Stopped);
        QCOMPARE(stage.count("checkpoint"), 0);
    }

    void aPausedRunCanBeStopped() {
        RunControllerStage stage(kLong);
        stage.start();
        QTRY_COMPARE(stage.state(), RunState::Training);
        stage.controller->pause();
        QTRY_COMPARE(stage.state(), RunState::Paused);

        stage.controller->stopAndSave();

        QTRY_COMPARE(stage.state(), RunState::Stopped);
    }

    void checkpointsAndSamplesComeOnRequest() {
        RunControllerStage stage(kLong);
        stage.start();
        QTRY_COMPARE(stage.state(), RunState::Training);

        stage.controller->saveCheckpoint();
        stage.controller->sampleNow();

        QTRY_COMPARE(stage.count("checkpoint"), 1);
        QTRY_COMPARE(stage.count("sample"), 1);
        stage.controller->stopAndDiscard();
        QTRY_COMPARE(stage.state(), RunState::Stopped);
    }

    void aCrashInTheMiddleIsAFailureWithItsLog() {
        RunControllerStage stage("log warming up\nbegin 100\nsteps 10\nlog too much\ncrash 9");

        stage.start();

        QTRY_COMPARE(stage.state(), RunState::Failed);
        QTRY_VERIFY(stage.failure.has_value());
        QCOMPARE(stage.failure->facts.at("signal"), std::string("9"));
        QCOMPARE(stage.lastLog, QStringList({"warming up", "too much"}));
        QCOMPARE(stage.count("step"), 10);
    }

    void aReportedErrorIsTheFailure() {
        RunControllerStage stage(
            "begin 100\nevent {\"type\":\"failed\",\"kind\":\"disk_full\",\"facts\":{\"file\":\"/a/b\"},"
            "\"message\":\"Full.\",\"hint\":\"\"}\nexit 1");

        stage.start();

        QTRY_VERIFY(stage.failure.has_value());
        QCOMPARE(stage.failure->kind, ErrorKind::DiskFull);
        QCOMPARE(stage.state(), RunState::Failed);
    }

    void anEndWithoutAnEndEventIsAFailure() {
        RunControllerStage stage("begin 100\nsteps 10\nexit 0");

        stage.start();

        QTRY_VERIFY(stage.failure.has_value());
        QCOMPARE(stage.failure->facts.at("exit_code"), std::string("0"));
    }

    void aMissingEngineIsAFailure() {
        RunController controller(EngineProgram{.path = "/nowhere/fettle"});
        std::optional<Error> failure;
        connect(&controller, &RunController::failed, this,
                [&](const QString&, const Error& error) { failure = error; });

        controller.start("/tmp");

        QTRY_VERIFY(failure.has_value());
        QCOMPARE(controller.state(), RunState::Failed);
    }

    void garbageDoesNotDisturbARun() {
        RunControllerStage stage("begin 10\ngarbage 5\nsteps 10\nend finished");

        stage.start();

        QTRY_COMPARE(stage.state(), RunState::Finished);
        QCOMPARE(stage.count("step"), 10);
    }

    void aKilledRunIsInterruptedAndResumes() {
        RunControllerStage stage("begin 1000000\nsteps 3\ncheckpoint\nsteps 1000000 1");
        stage.start();
        QTRY_COMPARE(stage.count("checkpoint"), 1);

        stage.controller->stopNow();
        QTRY_COMPARE(stage.state(), RunState::Interrupted);
        QVERIFY(!stage.failure.has_value());
        stage.events.clear();
        stage.start();

        QTRY_VERIFY(stage.count("step") > 0);
        QVERIFY(stage.events.front()["resumed_from"] == 3);
        stage.controller->stopAndDiscard();
        QTRY_COMPARE(stage.state(), RunState::Stopped);
    }

    void aSecondStartIsIgnoredWhileOneRuns() {
        RunControllerStage stage(kLong);
        stage.start();
        const QString folder = stage.controller->folder();

        stage.controller->start("/another");

        QCOMPARE(stage.controller->folder(), folder);
        QTRY_COMPARE(stage.state(), RunState::Training);
        stage.controller->stopAndDiscard();
        QTRY_COMPARE(stage.state(), RunState::Stopped);
    }

    void theLogComesInBatches() {
        QString script = "begin 10\n";
        for (int i = 0; i < 400; ++i)
            script += QString("log line %1\n").arg(i);
        RunControllerStage stage(script + "end finished");

        stage.start();

        QTRY_COMPARE(stage.state(), RunState::Finished);
        qsizetype lines = 0;
        for (const QStringList& batch : stage.log)
            lines += batch.size();
        QCOMPARE(lines, 400);
        QVERIFY2(stage.log.size() < 100, qPrintable(QString::number(stage.log.size())));
    }

    void aHundredThousandEventsArrive() {
        RunControllerStage stage("begin 100000\nflood 100000\nend finished");

        stage.start();

        QTRY_COMPARE_WITH_TIMEOUT(stage.state(), RunState::Finished, 60000);
        QCOMPARE(stage.count("step"), 100000);
    }
};

FETTLE_TEST(RunControllerTest)
#include "run_controller_test.moc"
