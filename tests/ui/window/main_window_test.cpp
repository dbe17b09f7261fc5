#include "ui/window/main_window.h"

#include "ui/pages/commands.h"
#include "ui/widgets/style.h"
#include "ui/window/navigation_rail.h"

#include "tests/support/fail_on_warning.h"
#include "tests/support/test_main.h"

#include <QAbstractButton>
#include <QApplication>
#include <QLineEdit>
#include <QTemporaryDir>

#include <algorithm>

using namespace fettle::ui;

class MainWindowTest : public QObject {
    Q_OBJECT

    // A window without an engine, with settings of its own.
    struct Studio {
        explicit Studio(const QString& folder)
            : settings(folder + "/settings.ini"), workspace(EngineProgram{.path = "/no/engine"}, settings) {}
        Settings settings;
        Workspace workspace;
        MainWindow window{workspace};
    };

    static void show(MainWindow& window) {
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
    }

private Q_SLOTS:
    void initTestCase() { applyLook(*qApp, Settings::Theme::Light, 100); }
    void init() { fettle::test::failOnWarning(); }

    void aFirstStartShowsTraining() {
        const QTemporaryDir folder;
        Studio studio(folder.path());
        QCOMPARE(studio.window.currentPage()->objectName(), "trainPage");
    }

    void keysLeadToPages() {
        const QTemporaryDir folder;
        Studio studio(folder.path());
        show(studio.window);

        QTest::keyClick(&studio.window, Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(studio.window.currentPage()->objectName(), "modelsPage");
        QTest::keyClick(&studio.window, Qt::Key_Comma, Qt::ControlModifier);
        QCOMPARE(studio.window.currentPage()->objectName(), "settingsPage");
    }

    void theKeyForStartPassesTheSameGate() {
        const QTemporaryDir folder;
        Studio studio(folder.path());
        const QString runs = folder.filePath("runs");
        studio.settings.setRunsFolder(runs);
        show(studio.window);
        auto* start = studio.window.currentPage()->primaryAction();
        QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), 20000);
        auto* size = studio.window.findChild<QLineEdit*>("config.batch.per_device_batch_size");

        size->selectAll();
        QTest::keyClicks(size, "many");
        QTest::keyClick(&studio.window, Qt::Key_Return, Qt::ControlModifier);
        QTest::qWait(200);
        QVERIFY(!QFile::exists(runs));

        size->selectAll();
        QTest::keyClicks(size, "2");
        QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), 20000);
        QTest::keyClick(&studio.window, Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(QFile::exists(runs));
    }

    void pagesAreMadeWhenTheyAreOpened() {
        const QTemporaryDir folder;
        Studio studio(folder.path());
        PageSet& pages = studio.window.pageSet();
        QCOMPARE(pages.pages().size(), 1);

        for (const PageEntry& entry : PageSet::table()) {
            QCOMPARE(runCommand(pages, QStringLiteral("open-page ") + entry.name), QString());
            QCOMPARE(studio.window.currentPage()->objectName(), QString::fromLatin1(entry.name) + "Page");
            QCOMPARE(studio.window.currentPage()->title(), PageSet::titleOf(entry));
        }

        QCOMPARE(pages.pages().size(), qsizetype(PageSet::table().size()));
    }

    void commandsHaveStableNames() {
        const QTemporaryDir folder;
        Studio studio(folder.path());
        PageSet& pages = studio.window.pageSet();

        for (const KeyBinding& binding : keyBindings()) {
            QVERIFY2(!QKeySequence::fromString(binding.keys).isEmpty(), qPrintable(binding.keys));
            const QString name = binding.command.section(' ', 0, 0);
            QVERIFY2(std::ranges::any_of(commandTable(), [&](const Command& command) { return name == command.name; }),
                     qPrintable(name));
        }
        QVERIFY(!runCommand(pages, "open-page nowhere").isEmpty());
        QVERIFY(!runCommand(pages, "no-such-command").isEmpty());
        QVERIFY(!runCommand(pages, "set-field").isEmpty());
    }

    void theRailLeadsToPages() {
        const QTemporaryDir folder;
        Studio studio(folder.path());

        studio.window.findChild<QAbstractButton*>("rail.chat")->click();

        QCOMPARE(studio.window.currentPage()->objectName(), "chatPage");
    }

    void theCursorIsWhereOneTypesNext() {
        const QTemporaryDir folder;
        Studio studio(folder.path());
        show(studio.window);

        studio.window.findChild<QAbstractButton*>("rail.chat")->click();

        QVERIFY(QApplication::focusWidget() != nullptr);
        QCOMPARE(QApplication::focusWidget()->objectName(), "message");
    }

    void theLastPageSurvivesARestart() {
        const QTemporaryDir folder;
        {
            Studio studio(folder.path());
            runCommand(studio.window.pageSet(), "open-page data");
            studio.window.close();
        }

        Studio again(folder.path());

        QCOMPARE(again.window.currentPage()->objectName(), "dataPage");
    }

    void aNarrowWindowHasANarrowRail() {
        const QTemporaryDir folder;
        Studio studio(folder.path());
        show(studio.window);
        auto* rail = studio.window.findChild<NavigationRail*>();
        studio.window.resize(1300, 800);
        const int wide = rail->width();

        studio.window.resize(1000, 700);

        QVERIFY(rail->width() < wide);
    }

    void theLogOpensByButton() {
        const QTemporaryDir folder;
        Studio studio(folder.path());
        show(studio.window);

        studio.window.findChild<QAbstractButton*>("statusLog")->click();

        QVERIFY(studio.window.findChild<QWidget*>("logPanel")->isVisible());
    }
};

FETTLE_TEST(MainWindowTest)
#include "main_window_test.moc"
