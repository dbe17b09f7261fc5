#include "tests/support/fake_engine.h"
#include "tests/support/test_main.h"
#include "ui/engine/verb_task.h"

#include <QSignalSpy>

using namespace fettle;
using namespace fettle::test;
using namespace fettle::ui;

class VerbTaskTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void aResultFollowsItsProgress() {
        FakeEngine engine;
        VerbTask task(engine.program());
        QSignalSpy progressed(&task, &VerbTask::progressed);
        Json result;
        connect(&task, &VerbTask::finished, this, [&](const Json& json) { result = json; });

        task.start("merge", {"--out", "there"});

        QTRY_VERIFY(!result.is_null());
        QCOMPARE(result["top1_agreement"].get<double>(), 1.0);
        QCOMPARE(progressed.count(), 1);
        QCOMPARE(progressed.first().first().toString(), "merging");
    }

    void anErrorIsToldOnce() {
        FakeEngine engine;
        VerbTask task(engine.program());
        QSignalSpy failed(&task, &VerbTask::failed);
        std::optional<Error> error;
        connect(&task, &VerbTask::failed, this, [&](const Error& e) { error = e; });

        task.start("no-such-verb");

        QTRY_VERIFY(error.has_value());
        QCOMPARE(error->kind, ErrorKind::BadUsage);
        QCOMPARE(failed.count(), 1);
    }

    void warningsComeAlong() {
        FakeEngine engine;
        engine.script("merge", "print {\"type\":\"warning\",\"kind\":\"bad_config\",\"facts\":{},\"message\":\"Hm.\"}\n"
                               "print {\"out\":\"x\"}");
        VerbTask task(engine.program());
        QSignalSpy warned(&task, &VerbTask::warned);
        QSignalSpy finished(&task, &VerbTask::finished);

        task.start("merge");

        QTRY_COMPARE(finished.count(), 1);
        QCOMPARE(warned.count(), 1);
    }

    void anEndWithoutAResultIsAnError() {
        FakeEngine engine;
        engine.script("merge", "exit 0");
        VerbTask task(engine.program());
        QSignalSpy failed(&task, &VerbTask::failed);

        task.start("merge");

        QTRY_COMPARE(failed.count(), 1);
    }

    void aCancelledVerbSaysSo() {
        FakeEngine engine;
        engine.script("merge", "print {\"type\":\"progress\",\"phase\":\"merging\",\"done\":0,\"total\":9}\nsleep");
        VerbTask task(engine.program());
        QSignalSpy progressed(&task, &VerbTask::progressed);
        QSignalSpy cancelled(&task, &VerbTask::cancelled);
        task.start("merge");
        QTRY_COMPARE(progressed.count(), 1);

        task.cancel();

        QTRY_COMPARE(cancelled.count(), 1);
        QVERIFY(!task.isRunning());
    }

    void oneTaskServesManyVerbs() {
        FakeEngine engine;
        VerbTask task(engine.program());
        QSignalSpy finished(&task, &VerbTask::finished);

        task.start("devices");
        QTRY_COMPARE(finished.count(), 1);
        task.start("merge");

        QTRY_COMPARE(finished.count(), 2);
    }
};

FETTLE_TEST(VerbTaskTest)
#include "verb_task_test.moc"
