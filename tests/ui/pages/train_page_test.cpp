#include "tests/ui/pages/studio.h"

#include "ui/pages/train/train_page.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/state_chip.h"

#include <QLineEdit>

using namespace fettle;
using namespace fettle::ui;
using fettle::test::addRun;
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
    QTRY_COMPARE(studio.trainingState(), RunState::Training);
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
        QCOMPARE(studio.trainingState(), RunState::Training);
        auto* start = studio.page("trainPage")->primaryAction();

        QTRY_COMPARE(start->text(), QStringLiteral("Add to the queue"));
        studio.primary("trainPage");

        QTRY_COMPARE(studio.workspace.registry.queue().rowCount(), 1);
    }

    // By button, key and queue the same action starts a run.
    void aRefusedFieldBlocksTheStartAndIsNamed() {
        const auto engine = holdingEngine();
        Studio studio(engine->program());
        startTraining(studio);
        QCOMPARE(studio.trainingState(), RunState::Training);
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
        QCOMPARE(studio.workspace.registry.queue().rowCount(), 0);

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

    void whatWasAskedForBeforeTheFormCameIsNotLost() {
        FakeEngine engine;
        Studio studio(engine.program());
        auto* page = static_cast<TrainPage*>(studio.page("trainPage"));

        page->setField("adapter.r", 4);
        studio.show();

        QTRY_VERIFY_WITH_TIMEOUT(page->primaryAction()->isEnabled(), 20000);
        QCOMPARE(page->draft().value("adapter.r"), Json(4));
        QCOMPARE(page->draft().config().name, std::string("pocket chat"));
    }

    void anotherMethodBringsItsOwnDefaultsAndTakesThemBack() {
        FakeEngine engine;
        Studio studio(engine.program());
        studio.open("trainPage");
        studio.show();
        auto* page = static_cast<TrainPage*>(studio.page("trainPage"));
        const RunConfig& config = page->draft().config();
        QTRY_VERIFY_WITH_TIMEOUT(page->primaryAction()->isEnabled(), 20000);
        const RunConfig chat = config;
        auto* strip = studio.find<MessageStrip>("ownDefaults");
        QVERIFY(!strip->isVisible());

        studio.find<QWidget>("config.objective.kind")->findChild<QAbstractButton*>("choice.dpo")->click();

        QVERIFY(QString::fromStdString(config.data.train.front().path).endsWith("preferences.jsonl"));
        QCOMPARE(config.optimizer.learningRate, 1e-4);
        QCOMPARE(config.name, std::string("pocket preferences"));
        QVERIFY(strip->isVisible());
        QVERIFY2(strip->text().contains("Learning rate"), qPrintable(strip->text()));
        QTRY_VERIFY_WITH_TIMEOUT(page->primaryAction()->isEnabled(), 20000);

        studio.find<QAction>("undoOwnDefaults")->trigger();
        QVERIFY(config == chat);
        QVERIFY(!strip->isVisible());
    }

    void anotherModelBringsItsOwnDefaultsAndKeepsWhatIsTheUsers() {
        FakeEngine engine;
        Studio studio(engine.program());
        studio.show();
        auto* page = static_cast<TrainPage*>(studio.page("trainPage"));
        const RunConfig& config = page->draft().config();
        QTRY_VERIFY_WITH_TIMEOUT(page->primaryAction()->isEnabled(), 20000);

        page->useModel("/models/other");
        QVERIFY(!config.optimizer.learningRate.has_value());
        QVERIFY(config.data.train.empty()); // the pocket model's conversations are nobody else's
        QCOMPARE(config.name, std::string("other sft"));

        page->useData({.path = "/data/own.jsonl"});
        page->draft().set("batch.per_device_batch_size", 3);
        page->useModel("pocket");
        QCOMPARE(config.optimizer.learningRate, 2e-3);
        QCOMPARE(config.data.train.front().path, std::string("/data/own.jsonl"));
        QCOMPARE(config.batch.perDeviceBatchSize, 3);
        QCOMPARE(config.name, std::string("pocket chat"));
    }

    void settingsAreCountedAgainstTheChosenRecipe() {
        FakeEngine engine;
        Studio studio(engine.program());
        studio.show();
        auto* page = static_cast<TrainPage*>(studio.page("trainPage"));
        auto* changes = studio.find<Label>("planChanges");
        QTRY_VERIFY_WITH_TIMEOUT(page->primaryAction()->isEnabled(), 20000);
        QTRY_VERIFY2(changes->text().contains("0") && changes->text().contains("pocket chat"),
                     qPrintable(changes->text()));

        page->draft().set("adapter.r", 4);
        QVERIFY2(changes->text().contains("1"), qPrintable(changes->text()));

        studio.click("trainReset");
        QVERIFY2(changes->text().contains("0") && !changes->text().contains("pocket"), qPrintable(changes->text()));
    }

    void dataThatDoNotFitTheMethodAreSaidInWords() {
        FakeEngine engine;
        Studio studio(engine.program());
        studio.show();
        auto* page = static_cast<TrainPage*>(studio.page("trainPage"));
        auto* start = page->primaryAction();
        QTRY_VERIFY_WITH_TIMEOUT(start->isEnabled(), 20000);
        const std::string chat = page->draft().config().data.train.front().path;

        page->draft().set("objective.kind", "orpo");
        page->useData({.path = chat});

        QTRY_COMPARE_WITH_TIMEOUT(start->text(), QStringLiteral("Correct \u201CMethod\u201D"), 20000);
        const QString why = studio.find<Label>("planReady")->text();
        QVERIFY2(why.contains("one answer each"), qPrintable(why));
    }

    void aRunGoesOnFromAnAdapterByClicks() {
        FakeEngine engine;
        Studio studio(engine.program());
        const QString run = addRun(studio, "first", 8, "finished");
        makeFolder((run + "/adapter").toStdString());
        studio.show();
        auto* page = static_cast<TrainPage*>(studio.page("trainPage"));
        QTRY_VERIFY_WITH_TIMEOUT(page->primaryAction()->isEnabled(), 20000);
        auto* choice = studio.find<QComboBox>("config.adapter.init_from");
        QTRY_VERIFY(choice->findText("first") > 0);
        page->draft().set("adapter.r", 4);

        choice->setCurrentIndex(choice->findText("first"));
        Q_EMIT choice->activated(choice->currentIndex());

        const auto& lora = std::get<LoraConfig>(page->draft().config().adapter);
        QCOMPARE(lora.initFrom, (run + "/adapter").toStdString());
        QCOMPARE(lora.r, 16); // the adapter's own decides
        QVERIFY(!studio.find<QLineEdit>("config.adapter.r")->isVisibleTo(page));
        page->useModel("/models/other");
        QCOMPARE(choice->findText("first"), -1); // it was trained on another model
    }

    void withoutLibTorchNothingStartsAndTheButtonSaysWhatToDo() {
        FakeEngine engine;
        engine.script("devices", R"(print {"error":{"kind":"runtime_missing","facts":{"command":"pip"},)"
                                 R"("message":"No LibTorch.","hint":""}})"
                                 "\nexit 1");
        Studio studio(engine.program());
        studio.show();
        auto* start = studio.page("trainPage")->primaryAction();

        QTRY_COMPARE_WITH_TIMEOUT(start->text(), QStringLiteral("Download LibTorch first"), 20000);
        QVERIFY(!start->isEnabled());
        QVERIFY(studio.find<Label>("planReady")->text().contains(QLatin1String("button")));
    }

    void theTimeIsUnknownUntilARunWasMeasured() {
        FakeEngine engine;
        engine.script("train", "begin 40\nsteps 40 1\nend finished");
        Studio studio(engine.program());
        studio.show();
        QTRY_VERIFY_WITH_TIMEOUT(studio.page("trainPage")->primaryAction()->isEnabled(), 20000);
        auto* time = studio.find<Label>("planTime");
        QVERIFY2(time->text().contains("unknown"), qPrintable(time->text()));

        studio.primary("trainPage");

        QTRY_VERIFY(studio.page("runsPage")->primaryAction() != nullptr);
        QTRY_COMPARE(studio.page("runsPage")->primaryAction()->text(), QStringLiteral("Compare in chat"));
        QTRY_VERIFY2(time->text().contains("about"), qPrintable(time->text()));
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
