#include "tests/ui/pages/studio.h"

#include "ui/pages/train/train_page.h"
#include "ui/widgets/label.h"
#include "ui/widgets/state_chip.h"

using namespace fettle;
using namespace fettle::ui;
using fettle::test::FakeEngine;
using fettle::test::Studio;

class TrainPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarnings(); }

    void theFirstStartIsReadyToTrain() {
        FakeEngine engine;
        Studio studio(engine.program());

        studio.show();

        auto* start = studio.page("trainPage")->primaryAction();
        QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), 20000);
        QCOMPARE(start->text(), QStringLiteral("Start training"));
        QVERIFY(studio.find<Label>("planReady")->text().contains(QLatin1String("Ready")));
    }

    void startShowsTheRunLiveUntilItsEnd() {
        FakeEngine engine;
        Studio studio(engine.program());
        studio.show();
        QTRY_VERIFY_WITH_TIMEOUT(studio.page("trainPage")->primaryAction()->isEnabled(), 20000);

        studio.primary("trainPage");

        QTRY_VERIFY(studio.shows("runsPage"));
        QTRY_COMPARE(studio.find<StateChip>("runState")->state(), RunState::Finished);
        QTRY_COMPARE(studio.page("runsPage")->primaryAction()->text(), QStringLiteral("Compare in chat"));
    }

    void aSecondRunWaitsForTheFirst() {
        FakeEngine engine;
        engine.script("train", "begin 20\nsteps 5\nhold");
        Studio studio(engine.program());
        studio.show();
        auto* start = studio.page("trainPage")->primaryAction();
        QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), 20000);
        studio.primary("trainPage");
        QTRY_COMPARE(studio.workspace.controller.state(), RunState::Training);

        QTRY_COMPARE(start->text(), QStringLiteral("Add to the queue"));
        studio.primary("trainPage");

        QTRY_COMPARE(studio.workspace.queue.waiting().size(), 1);
    }

    void withoutDataItSaysWhatIsMissing() {
        FakeEngine engine;
        Studio studio(engine.program());
        studio.show();
        auto* page = static_cast<TrainPage*>(studio.page("trainPage"));
        QTRY_VERIFY_WITH_TIMEOUT(page->primaryAction()->isEnabled(), 20000);

        page->draft().set("data.train", Json::array());

        QTRY_COMPARE(page->primaryAction()->text(), QStringLiteral("Choose a data file"));
        QVERIFY(!page->primaryAction()->isEnabled());
    }

    void theFormSurvivesARestart() {
        FakeEngine engine;
        Studio studio(engine.program());
        studio.show();
        auto* page = static_cast<TrainPage*>(studio.page("trainPage"));
        QTRY_VERIFY_WITH_TIMEOUT(page->primaryAction()->isEnabled(), 20000);

        page->draft().set("adapter.r", 4);

        QTRY_VERIFY(studio.settings.state("train/draft").toString().contains(QLatin1String("\"r\":4")));
    }
};

FETTLE_TEST(TrainPageTest)
#include "train_page_test.moc"
