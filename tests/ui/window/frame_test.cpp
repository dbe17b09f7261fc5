#include "ui/widgets/button.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/page.h"
#include "ui/window/navigation_rail.h"
#include "ui/window/page_head.h"
#include "ui/window/status_line.h"

#include "tests/support/fail_on_warning.h"
#include "tests/support/test_main.h"

#include <QAccessible>
#include <QLabel>
#include <QSignalSpy>

using namespace fettle::ui;

namespace {

class SomePage : public Page {
public:
    SomePage() {
        m_start.setObjectName("start");
        m_conversations.setObjectName("conversations");
        m_conversations.setIcon(icon("clock"));
        setWindowTitle("Train");
    }
    QAction* primaryAction() const override { return const_cast<QAction*>(&m_start); }

    QList<QAction*> secondaryActions() const override { return {const_cast<QAction*>(&m_conversations)}; }

    QAction m_start{"Start training"}, m_conversations{"Conversations"};
};

} // namespace

class FrameTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { fettle::test::failOnWarning(); }

    void theRailTellsWhatWasChosen() {
        NavigationRail rail;
        rail.add("models", "Models", NavigationRail::Place::Top);
        rail.add("train", "Train", NavigationRail::Place::Top);
        QSignalSpy chosen(&rail, &NavigationRail::chosen);

        rail.findChild<QAbstractButton*>("rail.train")->click();

        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].toInt(), 1);
    }

    void aScreenReaderTurnsThePage() {
        NavigationRail rail;
        rail.add("models", "Models", NavigationRail::Place::Top);
        rail.add("train", "Train", NavigationRail::Place::Top);
        rail.setCurrent(0);
        QSignalSpy chosen(&rail, &NavigationRail::chosen);
        auto* button = rail.findChild<QAbstractButton*>("rail.train");

        QAccessible::queryAccessibleInterface(button)->actionInterface()->doAction(
            QAccessibleActionInterface::toggleAction());

        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen.front().front().toInt(), 1);
    }

    void aNarrowRailKeepsItsNames() {
        NavigationRail rail;
        rail.add("models", "Models", NavigationRail::Place::Top);
        const int wide = rail.width();

        rail.setNarrow(true);

        QVERIFY(rail.width() < wide);
        QCOMPARE(rail.findChild<QAbstractButton*>("rail.models")->toolTip(), "Models");
    }

    void theRailShowsARunsState() {
        NavigationRail rail;
        rail.add("runs", "Runs", NavigationRail::Place::Top);
        rail.setMark(0, RunState::Training);
        QCOMPARE(rail.findChild<QAbstractButton*>("rail.runs")->accessibleDescription(),
                 runStateText(RunState::Training));
    }

    void theHeadFollowsItsPage() {
        SomePage page;
        PageHead head;
        head.setPage(&page);
        auto* primary = head.findChild<Button*>("primaryButton");
        QCOMPARE(primary->text(), "Start training");

        page.m_start.setText("Choose a data file");

        QCOMPARE(primary->text(), "Choose a data file");
        QCOMPARE(head.findChild<QLabel*>("pageTitle")->text(), "Train");
    }

    void actionsWithoutRoomAreIconsWithNames() {
        SomePage page;
        QWidget window; // else a head is no narrower than its texts
        PageHead head(&window);
        head.setPage(&page);
        head.resize(900, 60);
        window.show();
        auto* plain = head.findChild<Button*>("conversationsButton");
        QCOMPARE(plain->text(), "Conversations");

        head.resize(300, 60);
        QCOMPARE(plain->text(), QString());
        QCOMPARE(plain->toolTip(), "Conversations");
        QCOMPARE(QAccessible::queryAccessibleInterface(plain)->text(QAccessible::Name), "Conversations");

        head.resize(900, 60);
        QCOMPARE(plain->text(), "Conversations");
        QCOMPARE(plain->toolTip(), QString());
    }

    void theStatusLineIsClickable() {
        StatusLine line;
        line.setDevice("CPU, 2 threads");
        line.setRun("demo: step 3 / 9");
        QSignalSpy run(&line, &StatusLine::runClicked);

        line.findChild<QAbstractButton*>("statusRun")->click();

        QCOMPARE(run.size(), 1);
        line.setRun({});
        QVERIFY(line.findChild<QAbstractButton*>("statusRun")->isHidden());
    }
};

FETTLE_TEST(FrameTest)
#include "frame_test.moc"
