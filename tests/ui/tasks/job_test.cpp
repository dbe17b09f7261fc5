#include "tests/support/test_main.h"
#include "ui/tasks/jobs.h"

#include <QSignalSpy>

using namespace fettle;
using namespace fettle::ui;

class JobTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void aJobEndsOnce() {
        Job job("Copying");
        QSignalSpy ended(&job, &Job::ended), succeeded(&job, &Job::succeeded), cancelled(&job, &Job::cancelled);
        job.begin();
        job.report({.phase = "copying", .done = 1, .total = 2});
        QCOMPARE(job.progress().done, 1);

        job.succeed();
        job.endCancelled();
        job.fail(Error{ErrorKind::DiskFull, "Full.", ""});

        QCOMPARE(succeeded.count(), 1);
        QCOMPARE(cancelled.count(), 0);
        QCOMPARE(ended.count(), 1);
    }

    void onlyWhatRunsIsCancelled() {
        Job idle("Nothing"), busy("Copying");
        Jobs jobs;
        jobs.add(&idle);
        jobs.add(&busy);
        QSignalSpy idleAsked(&idle, &Job::cancelRequested), busyAsked(&busy, &Job::cancelRequested);
        busy.begin();

        jobs.cancelAll();

        QCOMPARE(idleAsked.count(), 0);
        QCOMPARE(busyAsked.count(), 1);
        QCOMPARE(jobs.running(), QList<Job*>{&busy});
    }

    void failuresAreToldWithWhatFailed() {
        Jobs jobs;
        QString title;
        connect(&jobs, &Jobs::failed, this, [&](const QString& what) { title = what; });
        {
            Job job("Copying");
            jobs.add(&job);
            job.begin();
            job.fail(Error{ErrorKind::DiskFull, "Full.", ""});
        }
        QCOMPARE(title, "Copying");
        QVERIFY(jobs.running().isEmpty()); // and a job that is gone is not asked
    }
};

FETTLE_TEST(JobTest)
#include "job_test.moc"
