#include "core/base/files.h"
#include "core/run/event_log.h"
#include "tests/support/test_main.h"
#include "ui/models/run_store.h"
#include "ui/models/runs_model.h"

#include <QAbstractItemModelTester>
#include <QDir>
#include <QLocale>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace fettle;
using namespace fettle::ui;

namespace {

struct Runs {
    QString add(const char* name, const char* at, const std::vector<double>& losses, const char* reason) {
        const RunFolder folder{path.filePath(name).toStdString()};
        makeFolder(folder.path());
        RunConfig config;
        config.name = name;
        writeJson(folder.configFile(), toJson(config));
        EventLog log(folder.eventsFile());
        log.append({{"type", "started"}, {"at", at}});
        for (std::size_t i = 0; i < losses.size(); ++i)
            log.append({{"type", "step"}, {"step", i + 1}, {"loss", losses[i]}});
        if (reason != nullptr) log.append({{"type", "ended"}, {"reason", reason}});
        return path.filePath(name);
    }
    void read() {
        QSignalSpy refreshed(&model, &RunsModel::refreshed);
        model.setFolder(path.path());
        QTRY_COMPARE(refreshed.count(), 1);
    }
    [[nodiscard]] QString text(int row, int column) const { return model.index(row, column).data().toString(); }

    QTemporaryDir path;
    RunsModel model;
};

} // namespace

class RunsModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        QTest::failOnWarning(QRegularExpression(".*"));
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    void cleanupTestCase() { QLocale::setDefault(QLocale::c()); }

    void theLatestRunComesFirst() {
        Runs runs;
        QAbstractItemModelTester tester(&runs.model);
        runs.add("old", "2026-01-01T00:00:00Z", {3, 2}, "finished");
        runs.add("new", "2026-02-01T00:00:00Z", {3, 1.5}, "stopped");

        runs.read();

        QCOMPARE(runs.text(0, RunsModel::Name), "new");
        QCOMPARE(runs.text(0, RunsModel::State), "Stopped");
        QCOMPARE(runs.text(0, RunsModel::Loss), "1.500");
        QCOMPARE(runs.text(1, RunsModel::Method), "SFT, LoRA");
        QCOMPARE(runs.text(1, RunsModel::Model), "pocket");
    }

    void aFolderWithoutConfigurationIsNoRun() {
        Runs runs;
        makeFolder(runs.path.filePath("notes").toStdString());

        runs.read();

        QCOMPARE(runs.model.rowCount(), 0);
    }

    void anInterruptedRunIsOffered() {
        Runs runs;
        const QString folder = runs.add("cut", "2026-01-01T00:00:00Z", {3}, nullptr);

        runs.read();

        QCOMPARE(runs.model.interrupted(), QStringList({folder}));
    }

    void theSparklineIsTheLoss() {
        Runs runs;
        runs.add("run", "2026-01-01T00:00:00Z", {3, 2, 1}, "finished");

        runs.read();

        QCOMPARE(runs.model.index(0, 0).data(RunsModel::SparklineRole).value<QVector<double>>(),
                 QVector<double>({3, 2, 1}));
    }

    void aWaitingRunIsQueued() {
        Runs runs;
        const QString folder = runs.add("run", "2026-01-01T00:00:00Z", {}, "finished");
        runs.read();

        runs.model.setWaiting({folder});

        QCOMPARE(runs.text(0, RunsModel::State), "Queued");
    }

    void aLiveRunChangesItsRow() {
        Runs runs;
        const QString folder = runs.add("run", "2026-01-01T00:00:00Z", {3}, nullptr);
        runs.read();
        QSignalSpy loaded(runs.model.record(folder), &RunRecord::loaded);
        QTRY_COMPARE(loaded.count(), 1);

        runs.model.setLiveState(folder, RunState::Training);
        runs.model.appendLines(folder, {R"({"type":"step","step":2,"loss":0.25})"});

        QCOMPARE(runs.text(0, RunsModel::State), "Training");
        QCOMPARE(runs.text(0, RunsModel::Loss), "0.2500");
    }

    void theLatestSpeedIsTold() {
        Runs runs;
        runs.add("run", "2026-01-01T00:00:00Z", {}, nullptr);
        EventLog(RunFolder(runs.path.filePath("run").toStdString()).eventsFile())
            .append({{"type", "started"}, {"at", "2026-01-02T00:00:00Z"}, {"parameters", {{"total", 1000}}}});
        EventLog(RunFolder(runs.path.filePath("run").toStdString()).eventsFile())
            .append({{"type", "step"}, {"step", 1}, {"loss", 1}, {"tokens_per_second", 50}});
        QSignalSpy seen(&runs.model, &RunsModel::speedSeen);

        runs.read();

        QCOMPARE(seen.count(), 1);
        QCOMPARE(seen.first(), QVariantList({1000.0, 50.0}));
    }

    void aRunThatIsNewAppears() {
        Runs runs;
        runs.read();
        const QString folder = runs.add("run", "2026-01-01T00:00:00Z", {3}, nullptr);

        runs.model.setLiveState(folder, RunState::Starting);

        QTRY_COMPARE(runs.model.rowCount(), 1);
        QCOMPARE(runs.text(0, RunsModel::State), "Starting");
    }

    void aStoreMakesRenamesAndRemovesRuns() {
        QTemporaryDir folder;
        RunStore store(folder.filePath("runs"));
        QSignalSpy created(&store, &RunStore::created), changed(&store, &RunStore::changed),
            removed(&store, &RunStore::removed);
        RunConfig config;
        config.name = "My Run / 1";
        store.create(config);
        QTRY_COMPARE(created.count(), 1);
        const QString run = created.first().first().toString();
        QCOMPARE(run.section('/', -1), "my-run---1");

        store.rename(run, "better");
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(readRun(run).name, "better");
        store.remove(run);
        QTRY_COMPARE(removed.count(), 1);
        QVERIFY(!QDir(run).exists());
    }

    void aNameThatIsTakenGetsANumber() {
        QTemporaryDir folder;
        RunStore store(folder.path());
        QSignalSpy created(&store, &RunStore::created);

        store.create(RunConfig{});
        QTRY_COMPARE(created.count(), 1);
        store.create(RunConfig{});

        QTRY_COMPARE(created.count(), 2);
        QCOMPARE(created.last().first().toString().section('/', -1), "run-2");
    }

    void whatIsNoRunIsNotRemoved() {
        QTemporaryDir folder;
        RunStore store(folder.path());
        QSignalSpy failed(&store, &RunStore::failed);

        store.remove(folder.path());

        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(QDir(folder.path()).exists());
    }
};

FETTLE_TEST(RunsModelTest)
#include "runs_model_test.moc"
