#include "tests/ui/pages/studio.h"

#include "ui/pages/train/train_page.h"
#include "ui/widgets/label.h"
#include "ui/widgets/state_chip.h"

#include <QLineEdit>

using namespace fettle;
using namespace fettle::ui;
using fettle::test::FakeEngine;
using fettle::test::Studio;

namespace {

// Whose run goes on until it is stopped.
std::unique_ptr<FakeEngine> holdingEngine() {
    auto engine = std::make_unique<FakeEngine>();
    engine->script("train", "begin 20\nsteps 5\nhold");
    return engine;
}

void startTraining(Studio& studio) {
    studio.show();
    QTRY_VERIFY_WITH_TIMEOUT(studio.page("trainPage")->primaryAction()->isEnabled(), 20000);
    studio.primary("trainPage");
    QTRY_COMPARE(studio.workspace.controller.state(), RunState::Training);
}

} // namespace

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
        const auto engine = holdingEngine();
        Studio studio(engine->program());
        startTraining(studio);
        QCOMPARE(studio.workspace.controller.state(), RunState::Training);
        auto* start = studio.page("trainPage")->primaryAction();

        QTRY_COMPARE(start->text(), QStringLiteral("Add to the queue"));
        studio.primary("trainPage");

        QTRY_COMPARE(studio.workspace.queue.waiting().size(), 1);
    }

    // By button, key and queue the same action starts a run.
    void aRefusedFieldBlocksTheStartAndIsNamed() {
        const auto engine = holdingEngine();
        Studio studio(engine->program());
        startTraining(studio);
        QCOMPARE(studio.workspace.controller.state(), RunState::Training);
        auto* start = studio.page("trainPage")->primaryAction();
        auto* size = studio.find<QLineEdit>("config.batch.per_device_batch_size");

        for (const char* typed : {"many", "0"}) {
            size->selectAll();
            QTest::keyClicks(size, typed);

            QCOMPARE(start->text(), QStringLiteral("Correct \u201CBatch size\u201D"));
            QVERIFY(studio.find<Label>("planReady")->text().contains(QLatin1String("Batch size")));
            QVERIFY(!start->isEnabled());
            start->setEnabled(true); // even then
            studio.primary("trainPage");
        }
        QTest::qWait(100);
        QVERIFY(studio.workspace.queue.waiting().isEmpty());

        size->selectAll();
        QTest::keyClicks(size, QStringLiteral("2"));
        QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), 20000);
        QCOMPARE(start->text(), QStringLiteral("Add to the queue"));
    }

    void aRecipeIsNotMadeOfWhatWasRefused() {
        FakeEngine engine;
        Studio studio(engine.program());
        studio.open("trainPage");
        studio.show();
        auto* start = studio.page("trainPage")->primaryAction();
        QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), 20000);
        auto* size = studio.find<QLineEdit>("config.batch.per_device_batch_size");
        size->selectAll();
        QTest::keyClicks(size, QStringLiteral("many"));

        studio.click("trainSaveRecipe");
        QTest::qWait(100);
        QVERIFY(!QFile::exists(studio.homePath("fettle/recipes")));

        auto* recipes = studio.find<QComboBox>("trainRecipe");
        Q_EMIT recipes->activated(0);
        QTRY_COMPARE(size->text(), QStringLiteral("16"));
        QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), 20000);
    }

    void aStalePlanIsNeverReady() {
        FakeEngine engine;
        Studio studio(engine.program());
        studio.show();
        auto* start = studio.page("trainPage")->primaryAction();
        const auto isReady = [&] {
            return start->isEnabled() || studio.find<Label>("planReady")->text().contains(QLatin1String("Ready"));
        };
        QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), 20000);

        auto* size = studio.find<QLineEdit>("config.batch.per_device_batch_size");
        size->selectAll();
        QTest::keyClicks(size, QStringLiteral("2"));
        QVERIFY(!isReady());
        QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), 20000);

        studio.settings.setThreads(2);
        QVERIFY(!isReady());
        QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), 20000);

        QTest::keyClicks(studio.find<QLineEdit>("trainDataPath"), QStringLiteral(".bak")); // not finished by Return
        QVERIFY(!isReady());
        QTRY_COMPARE(start->text(), QStringLiteral("The plan shows a problem"));
        QVERIFY(!isReady());
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
