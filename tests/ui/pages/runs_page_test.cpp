#include "tests/ui/pages/studio.h"

#include "ui/pages/runs/run_actions.h"
#include "ui/pages/runs/runs_page.h"
#include "ui/pages/runs/word_difference.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/state_chip.h"

#include <QAbstractSpinBox>
#include <QPlainTextEdit>
#include <QTableView>

using namespace fettle;
using namespace fettle::ui;
using fettle::test::addRun;
using fettle::test::FakeEngine;
using fettle::test::Studio;

namespace {

QString startRun(Studio& studio) {
    const QString folder = addRun(studio, "live", 8, nullptr);
    QFile::remove(folder + QStringLiteral("/events.jsonl"));
    studio.open("runsPage");
    studio.show();
    static_cast<RunsPage*>(studio.page("runsPage"))->showRun(folder);
    studio.workspace.queue.add(folder);
    return folder;
}

} // namespace

class RunsPageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { test::failOnWarnings(); }

    void aRunIsPausedResumedAndStopped() {
        FakeEngine engine;
        engine.script("train", "begin 100000\nsteps 100000 1\nend finished");
        Studio studio(engine.program());
        startRun(studio);
        QTRY_COMPARE(studio.workspace.controller.state(), RunState::Training);

        studio.primary("runsPage"); // Pause
        QTRY_COMPARE(studio.find<StateChip>("runState")->state(), RunState::Paused);
        studio.primary("runsPage"); // Resume
        QTRY_COMPARE(studio.find<StateChip>("runState")->state(), RunState::Training);
        studio.trigger("stopRun");
        QVERIFY(studio.find<MessageStrip>("stopQuestion")->isVisible());
        studio.trigger("stopAndSave");

        QTRY_COMPARE(studio.find<StateChip>("runState")->state(), RunState::Stopped);
        QTRY_COMPARE(studio.page("runsPage")->primaryAction()->text(), QStringLiteral("Resume training"));
        QVERIFY(!studio.find<MessageStrip>("stopQuestion")->isVisible());
    }

    void aCrashInTheMiddleIsToldWithTheLastLogLines() {
        FakeEngine engine;
        engine.script("train", "begin 20\nsteps 7\nlog the last words\ncrash 9");
        Studio studio(engine.program());
        startRun(studio);

        QTRY_COMPARE(studio.find<StateChip>("runState")->state(), RunState::Failed);

        auto* strip = studio.find<MessageStrip>("runError");
        QTRY_VERIFY(strip->isVisible());
        QVERIFY(!strip->text().isEmpty());
        QTRY_VERIFY(studio.find<QPlainTextEdit>("runLog")->toPlainText().contains(QLatin1String("the last words")));
        QCOMPARE(studio.page("runsPage")->primaryAction()->text(), QStringLiteral("Resume training"));
    }

    void garbageDoesNotDisturbARun() {
        FakeEngine engine;
        engine.script("train", "garbage 50\nbegin 20\nsteps 10\ngarbage 50\nsteps 20\nend finished");
        Studio studio(engine.program());
        startRun(studio);

        QTRY_COMPARE(studio.find<StateChip>("runState")->state(), RunState::Finished);
        QTRY_VERIFY(studio.find<Label>("runFigures")->text().contains(QLatin1String("step 20 / 20")));
    }

    void aHundredThousandEventsArriveWhole() {
        FakeEngine engine;
        engine.script("train", "begin 100000\nflood 100000\nend finished");
        qsizetype arrived = 0;
        Studio studio(engine.program());
        connect(&studio.workspace.controller, &RunController::linesArrived, this,
                [&](const QString&, const QByteArrayList& lines) { arrived += lines.size(); });
        startRun(studio);

        QTRY_COMPARE_WITH_TIMEOUT(studio.find<StateChip>("runState")->state(), RunState::Finished, 60000);

        QVERIFY(arrived > 100000); // the steps, and what stands around them
    }

    void aKilledRunIsOfferedAtTheNextStart() {
        FakeEngine engine;
        Studio studio(engine.program());
        addRun(studio, "killed", 8, nullptr);

        studio.open("runsPage");
        studio.show();

        QTRY_VERIFY(studio.find<MessageStrip>("runsStrip")->isVisible());
        QTRY_COMPARE(studio.page("runsPage")->primaryAction()->text(), QStringLiteral("Resume training"));
    }

    // The run of five steps and three epochs ended; the engine hears of more of either.
    void trainingFurtherAsksHowMuchAndTrainsIt_data() {
        QTest::addColumn<QString>("unit");
        QTest::addColumn<QString>("amount");
        QTest::addColumn<double>("epochs");
        QTest::addColumn<qint64>("steps");
        QTest::newRow("epochs") << "choice.epochs"
                                << "2" << 5.0 << qint64{0};
        QTest::newRow("part of an epoch") << "choice.epochs"
                                          << "0.5" << 3.5 << qint64{0};
        QTest::newRow("steps") << "choice.steps"
                               << "7" << 1.0 << qint64{12};
    }
    void trainingFurtherAsksHowMuchAndTrainsIt() {
        QFETCH(QString, unit);
        QFETCH(QString, amount);
        QFETCH(double, epochs);
        QFETCH(qint64, steps);
        FakeEngine engine;
        engine.script("train", "begin 20\nsteps 20\nend finished");
        Studio studio(engine.program());
        const RunFolder folder{addRun(studio, "further", 8, nullptr).toStdString()};
        {
            EventLog log(folder.eventsFile());
            log.append({{"type", "step"}, {"step", 5}, {"epoch", 3.0}, {"loss", 0.6}});
            log.append({{"type", "ended"}, {"reason", "finished"}});
        }
        studio.open("runsPage");
        studio.show();
        QTRY_VERIFY(studio.find<QAction>("trainFurther")->isEnabled());

        studio.trigger("trainFurther");
        auto* question = studio.find<QWidget>("furtherQuestion");
        QVERIFY(question->isVisible());
        QCOMPARE(studio.workspace.controller.state(), RunState::Idle); // nothing goes on unasked
        QTest::mouseClick(question->findChild<QAbstractButton*>(unit), Qt::LeftButton);
        auto* number = studio.find<QAbstractSpinBox>("furtherAmount");
        number->selectAll();
        QTest::keyClicks(number, amount);
        studio.click("confirmFurther");

        QTRY_COMPARE(studio.find<StateChip>("runState")->state(), RunState::Finished);
        QTRY_VERIFY(studio.find<Label>("runFigures")->text().contains(QLatin1String("step 20 / 20")));
        const RunConfig config = readRunConfig(folder.configFile());
        QCOMPARE(config.duration.numTrainEpochs, epochs);
        QCOMPARE(config.duration.maxSteps, steps);
        QVERIFY(!question->isVisible());
    }

    void severalRunsAreComparedByWhatDiffers() {
        FakeEngine engine;
        Studio studio(engine.program());
        addRun(studio, "small", 4, "finished");
        addRun(studio, "large", 64, "finished");
        studio.open("runsPage");
        studio.show();
        auto* list = studio.find<QTableView>("runList");
        QTRY_COMPARE(list->model()->rowCount(), 2);

        list->selectAll();

        auto* table = studio.find<QTableView>("comparisonSettings");
        QTRY_VERIFY(table->isVisible());
        const auto* model = table->model();
        QTRY_COMPARE(model->rowCount(), 2); // name and rank
        QCOMPARE(model->index(1, 0).data().toString(), QStringLiteral("adapter.r"));
        const QStringList ranks = {model->index(1, 1).data().toString(), model->index(1, 2).data().toString()};
        QVERIFY(ranks.contains(QStringLiteral("4")) && ranks.contains(QStringLiteral("64")));
    }

    void deletingAsksAndSaysWhatGoes() {
        FakeEngine engine;
        Studio studio(engine.program());
        const QString folder = addRun(studio, "gone", 8, "finished");
        studio.open("runsPage");
        studio.show();
        QTRY_COMPARE(studio.find<QTableView>("runList")->model()->rowCount(), 1);
        QTRY_VERIFY(studio.find<QAction>("removeRun")->isEnabled());

        studio.trigger("removeRun");
        QVERIFY(studio.find<MessageStrip>("runsStrip")->text().contains(folder));
        QVERIFY(QFile::exists(folder));
        studio.trigger("confirmDelete");

        QTRY_VERIFY(!QFile::exists(folder));
        QTRY_COMPARE(studio.find<QTableView>("runList")->model()->rowCount(), 0);
    }

    void newWordsOfASampleAreMarked() {
        const auto pieces = markNewWords(QStringLiteral("Duppy likes old pie"), QStringLiteral("Duppy likes nut pie"));

        QStringList marked;
        for (const WordPiece& piece : pieces)
            if (piece.isNew) marked << piece.text.trimmed();
        QCOMPARE(marked, QStringList{QStringLiteral("nut")});
        QCOMPARE(pieces.size(), std::size_t{4});
    }
};

FETTLE_TEST(RunsPageTest)
#include "runs_page_test.moc"
