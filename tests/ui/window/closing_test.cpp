#include "ui/widgets/message_strip.h"
#include "ui/widgets/style.h"
#include "ui/window/main_window.h"

#include "tests/support/fail_on_warning.h"
#include "tests/support/fake_engine.h"
#include "tests/support/test_main.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QTemporaryDir>

using namespace fettle;
using namespace fettle::test;
using namespace fettle::ui;

// What closing the window does to a run that trains.
class ClosingTest : public QObject {
    Q_OBJECT

    struct Studio {
        Studio() : settings(folder.filePath("settings.ini")), workspace(engine.program(), settings), window(workspace) {
            engine.script("train", "begin 1000000\nsteps 1000000 1");
            add("one");
            window.show();
        }
        QString add(const QString& name) {
            const QString run = folder.filePath("runs/" + name);
            QDir().mkpath(run);
            RunConfig config;
            config.name = name.toStdString();
            writeJson(run.toStdString() + "/config.json", toJson(config));
            return run;
        }
        QString run() const { return folder.filePath("runs/one"); }
        void click(const char* name) { window.findChild<QAbstractButton*>(name)->click(); }
        void train() {
            workspace.registry.setFolder(folder.filePath("runs"));
            workspace.registry.enqueue(run());
            QTRY_COMPARE(workspace.registry.record(run())->state(), RunState::Training);
        }
        void end() {
            workspace.registry.hold();
            workspace.registry.controllerOf(run())->stopNow();
            QTRY_VERIFY(!workspace.registry.isTraining());
        }

        QTemporaryDir folder;
        FakeEngine engine;
        Settings settings;
        Workspace workspace;
        MainWindow window;
    };

private Q_SLOTS:
    void initTestCase() { applyLook(*qApp, Settings::Theme::Light, 100); }
    void init() { fettle::test::failOnWarning(); }

    void aWindowAtRestClosesAtOnce() {
        Studio studio;
        QVERIFY(studio.window.close());
    }

    void aTrainingRunIsAskedAbout() {
        Studio studio;
        studio.train();

        QVERIFY(!studio.window.close());
        auto* strip = studio.window.findChild<MessageStrip*>("closingStrip");
        QVERIFY(strip->isVisible());
        QVERIFY(strip->text().contains("one"));
        studio.click("keepGoingButton");

        QVERIFY(!strip->isVisible());
        QVERIFY(studio.workspace.registry.isTraining());
        studio.end();
    }

    void aRunIsSavedFirst() {
        Studio studio;
        studio.train();
        auto* status = studio.window.findChild<QAbstractButton*>("statusRun");
        QTRY_VERIFY(!status->isHidden());

        QVERIFY(!studio.window.close());
        QVERIFY(studio.window.findChild<QWidget*>("closingStrip")->isVisible());
        QVERIFY(studio.workspace.registry.isTraining()); // it is only asked yet
        studio.window.findChild<QAction*>("stopAndClose")->trigger();

        QTRY_VERIFY(!studio.window.isVisible());
        QTRY_COMPARE(studio.workspace.registry.record(studio.run())->state(), RunState::Stopped);
        QVERIFY(!RunFolder(studio.run().toStdString()).checkpoints().empty());
    }

    void aRunCanBeLeftUnsaved() {
        Studio studio;
        studio.train();

        QVERIFY(!studio.window.close());
        studio.click("closeUnsavedButton");

        QTRY_VERIFY(!studio.window.isVisible());
        QVERIFY(RunFolder(studio.run().toStdString()).checkpoints().empty());
    }

    void whatWaitsIsAskedAbout() {
        Studio studio;
        studio.train();
        studio.workspace.registry.enqueue(studio.add("two"));

        QVERIFY(!studio.window.close());

        QVERIFY(studio.window.findChild<MessageStrip*>("closingStrip")->text().contains("waiting"));
        studio.end();
    }

    void oneQuestionIsAskedForAllThatIsUnderWay() {
        Studio studio;
        Job job(QStringLiteral("Fetching something"));
        connect(&job, &Job::cancelRequested, &job, &Job::endCancelled);
        studio.workspace.jobs.add(&job);
        job.begin();
        studio.train();

        QVERIFY(!studio.window.close());

        const QString text = studio.window.findChild<MessageStrip*>("closingStrip")->text();
        QVERIFY2(text.contains("Fetching something") && text.contains("Training"), qPrintable(text));
        studio.window.findChild<QAction*>("stopAndClose")->trigger();
        QVERIFY(!job.isRunning());
        QTRY_VERIFY(!studio.window.isVisible());
    }

    void whoKeepsGoingLosesNothing() {
        Studio studio;
        Job job(QStringLiteral("Fetching something"));
        studio.workspace.jobs.add(&job);
        job.begin();
        QVERIFY(!studio.window.close());

        studio.window.findChild<QAction*>("keepGoing")->trigger();

        QVERIFY(job.isRunning() && studio.window.isVisible());
        QVERIFY(!studio.window.findChild<QWidget*>("closingStrip")->isVisible());
        job.succeed();
        QVERIFY(studio.window.isVisible());
        QVERIFY(studio.window.close());
    }

    void whatEndsByItselfIsNotAskedAbout() {
        Studio studio;
        Job job(QStringLiteral("Fetching something"));
        studio.workspace.jobs.add(&job);
        job.begin();
        QVERIFY(!studio.window.close());

        job.succeed();

        QVERIFY(!studio.window.findChild<QWidget*>("closingStrip")->isVisible());
        QVERIFY(studio.window.close());
    }

    void aWindowClosesWithoutWaitingForWhatIsStubborn() {
        Studio studio;
        Job stubborn(QStringLiteral("Fetching something"));
        studio.workspace.jobs.add(&stubborn);
        stubborn.begin();
        QVERIFY(!studio.window.close());
        studio.window.findChild<QAction*>("stopAndClose")->trigger();
        QVERIFY(studio.window.isVisible());

        studio.window.findChild<QAction*>("closeNow")->trigger();

        QVERIFY(!studio.window.isVisible());
    }

    void aFailureIsToldOnAnyPage() {
        Studio studio;
        studio.engine.script("train", "begin 10\nsteps 2\ncrash 9");
        studio.window.pageSet().show(PageSet::indexOf(QStringLiteral("settings")));

        studio.workspace.registry.setFolder(studio.folder.filePath("runs"));
        studio.workspace.registry.enqueue(studio.run());

        auto* strip = studio.window.findChild<MessageStrip*>("failureStrip");
        QTRY_VERIFY(strip->isVisible());
        QVERIFY2(strip->text().contains("killed"), qPrintable(strip->text()));
        studio.workspace.failures.tell(QStringLiteral("Saving"), Error{ErrorKind::DiskFull, "No space.", ""});
        QVERIFY(strip->text().contains("Saving"));
        strip->findChild<QAbstractButton*>("dismiss")->click();
        QVERIFY(strip->isVisible() && strip->text().contains("killed")); // nothing is lost behind a later one
        strip->findChild<QAbstractButton*>("dismiss")->click();
        QVERIFY(!strip->isVisible());
    }
};

FETTLE_TEST(ClosingTest)
#include "closing_test.moc"
