#include "core/base/files.h"
#include "core/run/event_log.h"
#include "core/run/run_folder.h"
#include "tests/support/test_main.h"
#include "ui/models/prompt_set_model.h"
#include "ui/models/results_model.h"
#include "ui/models/run_summaries.h"

#include <QAbstractItemModelTester>
#include <QTemporaryDir>

using namespace fettle;
using namespace fettle::ui;

namespace {

// A finished run with a checkpoint, a run that left a whole model, and one that left nothing.
struct ResultsStage {
    ResultsStage() {
        const RunFolder adapter = add("adapter", "pocket");
        makeFolder(adapter.adapterFolder());
        makeFolder(adapter.checkpointFolder(5) / "adapter");
        writeFileAtomically(adapter.checkpointFolder(5) / "state.json", "{}\n");
        makeFolder(add("whole", "/models/base").modelFolder());
        (void)add("nothing", "pocket");
        read();
    }
    void read() { runs.setRuns(readSummaries(folder.path(), {}, CancelFlag())); }
    [[nodiscard]] RunFolder add(const char* name, const char* base, const char* reason = "finished") const {
        RunFolder run(folder.filePath(QLatin1String(name)).toStdString());
        makeFolder(run.path());
        RunConfig config;
        config.name = name;
        config.model.path = base;
        config.evaluation.samplePrompts = {"Where?"};
        writeJson(run.configFile(), toJson(config));
        EventLog log(run.eventsFile());
        log.append({{"type", "started"}, {"at", "2026-01-02T03:04:05Z"}});
        log.append({{"type", "ended"}, {"reason", reason}});
        return run;
    }
    [[nodiscard]] int rowOf(const QString& path) const {
        for (int row = 0; row < results.rowCount(); ++row)
            if (results.result(row).path == folder.filePath(path)) return row;
        return -1;
    }

    QTemporaryDir folder;
    RunsModel runs;
    BaseModelsModel models;
    ResultsModel results{models, runs};
};

} // namespace

class ResultsModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void whatRunsLeftIsFound() {
        ResultsStage stage;
        QAbstractItemModelTester tester(&stage.results);
        QTRY_COMPARE(stage.results.rowCount(), 3);

        const ResultRef adapter = stage.results.result(stage.rowOf("adapter/adapter"));
        const ResultRef checkpoint = stage.results.result(stage.rowOf("adapter/checkpoints/step-5/adapter"));
        const ResultRef model = stage.results.result(stage.rowOf("whole/model"));

        QCOMPARE(adapter.kind, ResultRef::Kind::Adapter);
        QCOMPARE(adapter.weights(), "pocket");
        QCOMPARE(adapter.adapter(), adapter.path);
        QCOMPARE(checkpoint.name, "adapter, step 5");
        QCOMPARE(model.kind, ResultRef::Kind::Model);
        QCOMPARE(model.weights(), model.path);
        QCOMPARE(model.base, "/models/base");
        QVERIFY(model.adapter().isEmpty());
    }

    void aStoppedRunIsItsLastCheckpoint() {
        ResultsStage stage;
        QTRY_COMPARE(stage.results.rowCount(), 3);
        const RunFolder stopped = stage.add("stopped", "pocket", "stopped");
        makeFolder(stopped.checkpointFolder(3) / "adapter");
        writeFileAtomically(stopped.checkpointFolder(3) / "state.json", "{}\n");

        stage.read();

        QTRY_COMPARE(stage.results.rowCount(), 4); // once
        QCOMPARE(stage.results.result(stage.rowOf("stopped/checkpoints/step-3/adapter")).name, "stopped, step 3");
    }

    void aResultKnowsWhatItShouldBeAsked() {
        ResultsStage stage;
        QTRY_COMPARE(stage.results.rowCount(), 3);

        const QStringList ofRun = stage.results.questions(stage.results.result(stage.rowOf("adapter/adapter")));

        QCOMPARE(ofRun, QStringList{"Where?"} + pocketPrompts());
        QCOMPARE(stage.results.questions(ResultRef::ofBase("/models/base", "base")), lecturePrompts());
    }

    void whatWasAddedStaysThroughEveryReading() {
        ResultsStage stage;
        QAbstractItemModelTester tester(&stage.results);
        QTRY_COMPARE(stage.results.rowCount(), 3);
        const ResultRef opened = ResultRef::ofModel("/somewhere/merged", "pocket");

        stage.results.add(opened);
        stage.results.add(opened);
        QCOMPARE(stage.results.rowCount(), 4);
        removeWhole(stage.folder.filePath("whole").toStdString());
        stage.read();

        QTRY_COMPARE(stage.results.rowCount(), 3);
        QVERIFY(stage.results.rowOf(opened) >= 0);
        QCOMPARE(opened.name, "merged");
    }
};

FETTLE_TEST(ResultsModelTest)
#include "results_model_test.moc"
