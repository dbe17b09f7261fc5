#include "tests/ui/pages/studio.h"

#include "ui/pages/runs/run_actions.h"
#include "ui/pages/runs/runs_page.h"
#include "ui/pages/runs/sample_view.h"
#include "ui/pages/runs/word_difference.h"
#include "ui/widgets/label.h"
#include "ui/widgets/message_strip.h"
#include "ui/widgets/state_chip.h"

#include <QAbstractSpinBox>
#include <QDesktopServices>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QTableView>
#include <QUrl>

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
    studio.workspace.registry.enqueue(folder);
    return folder;
}

// Takes what would be opened in a file manager.
class FolderOpener : public QObject {
    Q_OBJECT
public:
    FolderOpener() { QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "open"); }
    ~FolderOpener() override { QDesktopServices::unsetUrlHandler(QStringLiteral("file")); }
    QUrl opened;

public Q_SLOTS:
    void open(const QUrl& url) { opened = url; }
};

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
        QTRY_COMPARE(studio.trainingState(), RunState::Training);

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
        std::size_t arrived = 0;
        Studio studio(engine.program());
        connect(&studio.workspace.registry, &RunRegistry::eventsArrived, this,
                [&](const QString&, const std::vector<Json>& events) { arrived += events.size(); });
        startRun(studio);

        QTRY_COMPARE_WITH_TIMEOUT(studio.find<StateChip>("runState")->state(), RunState::Finished, 60000);

        QVERIFY(arrived > 100000); // the steps, and what stands around them
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
        QVERIFY(!studio.workspace.registry.isTraining()); // nothing goes on unasked
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
        QTRY_COMPARE(model->columnCount(), 3);
        const auto valuesOf = [model](const QString& name) {
            for (int row = 0; row < model->rowCount(); ++row)
                if (model->index(row, 0).data().toString() == name)
                    return QStringList{model->index(row, 1).data().toString(), model->index(row, 2).data().toString()};
            return QStringList();
        };
        QStringList ranks = valuesOf(QStringLiteral("Adapter: Rank"));
        ranks.sort();
        QCOMPARE(ranks, QStringList({QStringLiteral("4"), QStringLiteral("64")}));
        QCOMPARE(valuesOf(QStringLiteral("Loss")).size(), 2);
        QVERIFY(valuesOf(QStringLiteral("Optimizer: Learning rate")).isEmpty()); // no difference
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

    void aBusyRunIsNotDeletedAndStaysOnTheScreen() {
        FakeEngine engine;
        Studio studio(engine.program());
        const QString folder = addRun(studio, "busy", 8, "finished");
        const auto other = RunFolder(folder.toStdString()).lock();
        studio.open("runsPage");
        studio.show();
        QTRY_VERIFY(studio.find<QAction>("removeRun")->isEnabled());
        QSignalSpy failed(&studio.workspace.registry, &RunRegistry::failed);

        studio.trigger("removeRun");
        studio.trigger("confirmDelete");

        QTRY_COMPARE(failed.count(), 1);
        QCOMPARE(static_cast<RunsPage*>(studio.page("runsPage"))->shownRun(), folder);
    }

    void aRunThatVanishesIsSaid() {
        FakeEngine engine;
        Studio studio(engine.program());
        const QString folder = addRun(studio, "gone", 8, "finished");
        studio.open("runsPage");
        studio.show();
        QTRY_VERIFY(studio.find<QAction>("removeRun")->isEnabled());

        QVERIFY(QDir(folder).removeRecursively());

        auto* strip = studio.find<MessageStrip>("goneStrip");
        QTRY_VERIFY(strip->isVisible());
        QVERIFY(strip->text().contains(QLatin1String("gone")) && strip->text().contains(folder));
        QCOMPARE(studio.find<QTableView>("runList")->model()->rowCount(), 0);
    }

    void aStoppedRunOffersItsCheckpoint() {
        FakeEngine engine;
        engine.script("train", "begin 100000\nsteps 100000 1\nend finished");
        Studio studio(engine.program());
        const QString folder = startRun(studio);
        QTRY_COMPARE(studio.trainingState(), RunState::Training);
        studio.trigger("stopAndSave");
        QTRY_VERIFY(studio.find<QAction>("chatWithRun")->isEnabled());
        QTRY_VERIFY(studio.find<QAction>("exportRun")->isEnabled());
        ResultRef asked;
        connect(static_cast<RunsPage*>(studio.page("runsPage")), &RunsPage::chatRequested, this,
                [&](const ResultRef& result) { asked = result; });

        studio.trigger("chatWithRun");

        QVERIFY(asked.adapter().startsWith(folder + QStringLiteral("/checkpoints/step-")));
    }

    void aPauseSaysThatTheStepIsFinished() {
        FakeEngine engine;
        engine.script("train", "begin 100000\nsteps 100000 1\nend finished");
        Studio studio(engine.program());
        startRun(studio);
        QTRY_COMPARE(studio.trainingState(), RunState::Training);

        studio.primary("runsPage");

        QCOMPARE(studio.find<StateChip>("runState")->state(), RunState::Pausing);
        QVERIFY(!studio.page("runsPage")->primaryAction()->isEnabled());
        QTRY_COMPARE(studio.find<StateChip>("runState")->state(), RunState::Paused);
    }

    void theMenuOfARunOpensItsFolder() {
        FakeEngine engine;
        Studio studio(engine.program());
        const QString folder = addRun(studio, "one", 8, "finished");
        studio.open("runsPage");
        studio.show();
        auto* list = studio.find<QTableView>("runList");
        QTRY_VERIFY(studio.find<QAction>("openRunFolder")->isEnabled());
        FolderOpener opener;

        Q_EMIT list->customContextMenuRequested(list->visualRect(list->model()->index(0, RunsModel::Name)).center());
        auto* menu = list->parentWidget()->findChild<QMenu*>(QStringLiteral("runMenu"));
        QTRY_VERIFY(menu->isVisible());
        QVERIFY(menu->actions().contains(studio.find<QAction>("removeRun")));
        menu->close();
        studio.trigger("openRunFolder");

        QCOMPARE(opener.opened, QUrl::fromLocalFile(folder));
    }

    // One column for each figure that people compare, as wide whatever the runs say.
    void theColumnsStayWhileARunGoesOn() {
        FakeEngine engine;
        engine.script("train", "begin 300\nsteps 300 1\nend finished");
        Studio studio(engine.program());
        startRun(studio);
        studio.page("runsPage")->findChild<QSplitter*>({}, Qt::FindDirectChildrenOnly)->setSizes({900, 380});
        auto* list = studio.find<QTableView>("runList");
        QTRY_COMPARE(list->model()->rowCount(), 1);
        const auto widths = [list] {
            QList<int> all;
            for (int column = 0; column < RunsModel::ColumnCount; ++column)
                all << (list->isColumnHidden(column) ? -1 : list->columnWidth(column));
            return all;
        };
        const QList<int> before = widths();
        for (const int column : {RunsModel::Loss, RunsModel::Time, RunsModel::Model, RunsModel::Method})
            QVERIFY2(before[column] > 0, qPrintable(QString::number(column)));

        QTRY_COMPARE(studio.find<StateChip>("runState")->state(), RunState::Finished);

        QCOMPARE(widths(), before);
    }

    void theSettingsAreATableWithTheFileBehindIt() {
        FakeEngine engine;
        Studio studio(engine.program());
        addRun(studio, "one", 12, "finished");
        studio.open("runsPage");
        studio.show();
        const auto* table = studio.find<QTableView>("runSettings")->model();
        QTRY_VERIFY(table->rowCount() > 0);

        const QModelIndexList ranks =
            table->match(table->index(0, 0), Qt::DisplayRole, QStringLiteral("Adapter: Rank"));
        QCOMPARE(ranks.size(), 1);
        QCOMPARE(ranks.front().siblingAtColumn(1).data().toString(), QStringLiteral("12"));
        QVERIFY(studio.find<QPlainTextEdit>("runConfig")->toPlainText().contains(QLatin1String("\"r\": 12")));
    }

    void aLogWithoutLinesSaysWhatWillBeThere() {
        FakeEngine engine;
        Studio studio(engine.program());

        QVERIFY(!studio.find<QPlainTextEdit>("runLog")->placeholderText().isEmpty());
    }

    void samplesKeepTheirLinesAndGrowInPlace() {
        QTemporaryDir folder;
        RunRecord record(folder.path());
        const auto sample = [](int step, const char* text) {
            return Json{{"type", "sample"}, {"step", step}, {"prompt", "p"}, {"text", text}};
        };
        QSignalSpy loaded(&record, &RunRecord::loaded);
        record.load();
        QTRY_COMPARE(loaded.count(), 1);
        SampleView view;
        view.setRecord(&record);
        record.append({sample(1, "one\n  two")});
        QSignalSpy removed(view.document(), &QTextDocument::contentsChange);

        record.append({sample(2, "one\n  three")});

        const QString text = view.toPlainText();
        QVERIFY2(text.contains(QLatin1String("one\n  two")), qPrintable(text));
        QVERIFY(text.indexOf(QLatin1String("three")) < text.indexOf(QLatin1String("two")));
        for (const QList<QVariant>& change : removed)
            QVERIFY(change.at(1).toInt() <= 1); // characters taken away: nothing was written anew
    }

    void newWordsOfASampleAreMarked() {
        const auto pieces =
            markNewWords(QStringLiteral("Duppy likes old pie"), QStringLiteral("Duppy likes\n nut pie"));

        QStringList marked;
        QString whole;
        for (const WordPiece& piece : pieces) {
            if (piece.isNew) marked << piece.word;
            whole += piece.word + piece.space;
        }
        QCOMPARE(marked, QStringList{QStringLiteral("nut")});
        QCOMPARE(whole, QStringLiteral("Duppy likes\n nut pie"));
    }
};

FETTLE_TEST(RunsPageTest)
#include "runs_page_test.moc"
