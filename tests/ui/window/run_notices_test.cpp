#include "ui/widgets/message_strip.h"
#include "ui/widgets/style.h"
#include "ui/window/main_window.h"

#include "core/base/files.h"
#include "core/run/event_log.h"
#include "tests/support/fail_on_warning.h"
#include "tests/support/fake_engine.h"
#include "tests/support/test_main.h"

#include <QAbstractButton>
#include <QApplication>
#include <QTemporaryDir>
#include <QThreadPool>

using namespace fettle;
using namespace fettle::test;
using namespace fettle::ui;

// What runs make known on any page: failures, warnings, and what can go on.
class RunNoticesTest : public QObject {
    Q_OBJECT

    struct Home {
        QString add(const char* name, const std::vector<Json>& events = {}) const {
            const RunFolder run{(folder.path() + "/runs/" + name).toStdString()};
            makeFolder(run.path());
            RunConfig config;
            config.name = name;
            writeJson(run.configFile(), toJson(config));
            if (events.empty()) return QString::fromStdString(run.path().string());
            EventLog log(run.eventsFile());
            for (const Json& event : events)
                log.append(event);
            return QString::fromStdString(run.path().string());
        }

        FakeEngine engine;
        QTemporaryDir folder;
    };

    struct Studio {
        explicit Studio(const Home& home)
            : settings(home.folder.filePath("settings.ini")),
              workspace((settings.setRunsFolder(home.folder.filePath("runs")), home.engine.program()), settings),
              window(workspace) {
            window.pageSet().show(PageSet::indexOf(QStringLiteral("models")));
            window.show();
            workspace.registry.refresh();
        }
        MessageStrip* strip(const char* name) { return window.findChild<MessageStrip*>(name); }
        void click(const char* name) { window.findChild<QAbstractButton*>(name)->click(); }

        Settings settings;
        Workspace workspace;
        MainWindow window;
    };

    static std::vector<Json> killed() {
        return {{{"type", "started"}, {"at", "2026-01-02T03:04:05Z"}, {"pid", 0}},
                {{"type", "step"}, {"step", 1}, {"loss", 1.0}}};
    }

private Q_SLOTS:
    void initTestCase() { applyLook(*qApp, Settings::Theme::Light, 100); }
    void init() { fettle::test::failOnWarning(); }

    void aKilledEngineIsToldOnAnyPage() {
        const Home home;
        home.engine.script("train", "begin 5\nlog the last words\ncrash 9");
        const QString run = home.add("one");
        Studio studio(home);

        studio.workspace.registry.enqueue(run);

        auto* strip = studio.strip("failureStrip");
        QTRY_VERIFY(strip->isVisible());
        QVERIFY2(strip->text().contains("one") && strip->text().contains("memory"), qPrintable(strip->text()));
        studio.window.pageSet().showRun(run);
        QVERIFY(studio.strip("runError")->isVisible());
    }

    void aWarningIsToldOnAnyPage() {
        const Home home;
        home.engine.script("train", "begin 5\nevent {\"type\":\"warning\",\"kind\":\"internal\",\"facts\":{},"
                                    "\"message\":\"The loss jumps.\",\"hint\":\"\"}\nsteps 5\nend finished");
        const QString run = home.add("one");
        Studio studio(home);

        studio.workspace.registry.enqueue(run);

        auto* strip = studio.strip("failureStrip");
        QTRY_VERIFY(strip->isVisible());
        QVERIFY2(strip->text().contains("one"), qPrintable(strip->text()));
    }

    void aBusyDeleteIsTold() {
        const Home home;
        const QString run = home.add("one");
        Studio studio(home);
        const auto other = RunFolder(run.toStdString()).lock();

        studio.workspace.registry.remove(run);

        QTRY_VERIFY(studio.strip("failureStrip")->isVisible());
    }

    void anInterruptedRunIsOfferedOnAnyPage() {
        const Home home;
        home.engine.script("train", "begin 5\nsteps 5\nend finished");
        const QString run = home.add("cut", killed());
        Studio studio(home);

        auto* offer = studio.strip("resumeOffer");
        QTRY_VERIFY(offer->isVisible());
        QVERIFY(offer->text().contains("cut"));
        QCOMPARE(studio.window.currentPage()->objectName(), "modelsPage");
        studio.click("goOnWithRunsButton");

        QVERIFY(!offer->isVisible());
        QTRY_COMPARE(studio.workspace.registry.record(run)->state(), RunState::Finished);
    }

    void anOfferThatWasDeclinedDoesNotComeAgain() {
        const Home home;
        home.add("cut", killed());
        {
            Studio studio(home);
            auto* offer = studio.strip("resumeOffer");
            QTRY_VERIFY(offer->isVisible());
            offer->findChild<QAbstractButton*>("dismiss")->click();
        }

        Studio again(home);

        QTRY_COMPARE(again.workspace.runs.rowCount(), 1);
        QVERIFY(!again.strip("resumeOffer")->isVisible());
    }

    void aQueueIsOfferedAtTheNextStart() {
        const Home home;
        home.engine.script("train", "begin 1000000\nsteps 1000000 1");
        const QStringList runs = {home.add("one"), home.add("two")};
        {
            Studio studio(home);
            QTRY_COMPARE(studio.workspace.runs.rowCount(), 2);
            for (const QString& run : runs)
                studio.workspace.registry.enqueue(run);
            QTRY_COMPARE(studio.workspace.registry.record(runs[0])->state(), RunState::Training);
            studio.window.close();
            studio.click("stopAndCloseButton");
            QTRY_VERIFY(!studio.window.isVisible());
        }
        QThreadPool::globalInstance()->waitForDone();
        home.engine.script("train", "begin 5\nsteps 5\nend finished");

        Studio again(home);
        QTRY_VERIFY(again.strip("resumeOffer")->isVisible());
        again.click("goOnWithRunsButton");

        for (const QString& run : runs)
            QTRY_COMPARE(again.workspace.registry.record(run)->state(), RunState::Finished);
    }
};

FETTLE_TEST(RunNoticesTest)
#include "run_notices_test.moc"
