#include "tests/support/fake_engine.h"
#include "tests/support/test_main.h"
#include "ui/engine/run_queue.h"

#include <QSignalSpy>

using namespace fettle;
using namespace fettle::test;
using namespace fettle::ui;

namespace {

struct RunQueueStage {
    explicit RunQueueStage(const QString& script = "begin 1000000\nsteps 1000000 1") { engine.script("train", script); }
    [[nodiscard]] QString run(const char* name) const { return folder.filePath(name); }
    void add(const std::vector<const char*>& names) {
        for (const char* name : names)
            queue.add(run(name));
    }
    [[nodiscard]] QStringList waiting() const {
        QStringList names;
        for (const QString& path : queue.waiting())
            names << path.section('/', -1);
        return names;
    }

    FakeEngine engine;
    QTemporaryDir folder;
    RunController controller{engine.program()};
    RunQueue queue{&controller};
};

void stop(RunQueueStage& stage) {
    stage.queue.hold();
    stage.controller.stopAndDiscard();
    QTRY_VERIFY(!isActive(stage.controller.state()));
}

} // namespace

class RunQueueTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void theFirstStartsAndTheOthersWait() {
        RunQueueStage stage;

        stage.add({"a", "b", "c"});

        QCOMPARE(stage.controller.folder(), stage.run("a"));
        QCOMPARE(stage.waiting(), QStringList({"b", "c"}));
        stop(stage);
    }

    void theNextStartsWhenOneEnds() {
        RunQueueStage stage("begin 5\nsteps 5\nend finished");
        QStringList finished;
        connect(&stage.controller, &RunController::stateChanged, this, [&](const QString& folder, RunState state) {
            if (state == RunState::Finished) finished << folder.section('/', -1);
        });

        stage.add({"a", "b", "c"});

        QTRY_COMPARE(finished, QStringList({"a", "b", "c"}));
        QVERIFY(stage.queue.waiting().isEmpty());
    }

    void aFailureDoesNotHoldTheOthersUp() {
        RunQueueStage stage("begin 5\ncrash 11");
        QSignalSpy failed(&stage.controller, &RunController::failed);

        stage.add({"a", "b"});

        QTRY_COMPARE(failed.count(), 2);
    }

    void theWaitingCanBeReordered() {
        RunQueueStage stage;
        stage.add({"a", "b", "c", "d"});

        stage.queue.move(2, 0);

        QCOMPARE(stage.waiting(), QStringList({"d", "b", "c"}));
        stop(stage);
    }

    void theWaitingCanBeRemoved() {
        RunQueueStage stage;
        stage.add({"a", "b", "c"});

        stage.queue.remove(stage.run("b"));

        QCOMPARE(stage.waiting(), QStringList({"c"}));
        stop(stage);
    }

    void noRunStandsTwice() {
        RunQueueStage stage;

        stage.add({"a", "b", "a", "b"});

        QCOMPARE(stage.waiting(), QStringList({"b"}));
        stop(stage);
    }

    void aHeldQueueStartsNothing() {
        RunQueueStage stage;
        stage.add({"a", "b"});

        stop(stage);
        QCoreApplication::processEvents();

        QCOMPARE(stage.controller.state(), RunState::Stopped);
        QCOMPARE(stage.waiting(), QStringList({"b"}));
    }
};

FETTLE_TEST(RunQueueTest)
#include "run_queue_test.moc"
