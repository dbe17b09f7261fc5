#include "ui/widgets/style.h"
#include "ui/window/main_window.h"

#include "tests/support/fail_on_warning.h"
#include "tests/support/fake_engine.h"
#include "tests/support/test_main.h"

#include <QAbstractButton>
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
            QDir(folder.path()).mkpath("runs/one");
            writeJson(folder.filePath("runs/one/config.json").toStdString(), toJson(RunConfig{}));
            window.show();
        }
        QString run() const { return folder.filePath("runs/one"); }

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

    void aRunIsSavedFirst() {
        Studio studio;
        studio.workspace.queue.add(studio.run());
        QTRY_COMPARE(studio.workspace.controller.state(), RunState::Training);
        auto* status = studio.window.findChild<QAbstractButton*>("statusRun");
        QTRY_VERIFY(!status->isHidden());

        QVERIFY(!studio.window.close());
        QVERIFY(studio.window.findChild<QWidget*>("closingStrip")->isVisible());

        QTRY_VERIFY(!studio.window.isVisible());
        QCOMPARE(studio.workspace.controller.state(), RunState::Stopped);
    }
};

FETTLE_TEST(ClosingTest)
#include "closing_test.moc"
