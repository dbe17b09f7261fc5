#include "core/base/files.h"
#include "core/run/event_log.h"
#include "tests/support/test_main.h"
#include "ui/models/kept_summaries.h"
#include "ui/models/run_files.h"
#include "ui/models/run_summaries.h"

#include <QDir>
#include <QTemporaryDir>

using namespace fettle;
using namespace fettle::ui;

namespace {

struct RunsFolder {
    RunFolder add(const char* name, const std::vector<Json>& events) const {
        RunFolder run{(path.path() + "/" + name).toStdString()};
        makeFolder(run.path());
        RunConfig config;
        config.name = name;
        writeJson(run.configFile(), toJson(config));
        EventLog log(run.eventsFile());
        for (const Json& event : events)
            log.append(event);
        return run;
    }
    [[nodiscard]] std::vector<RunSummary> read(const std::vector<RunSummary>& known = {}) const {
        return readSummaries(path.path(), known, CancelFlag{});
    }

    QTemporaryDir path;
};

Json lossAt(int step, double loss) {
    return {{"type", "step"}, {"step", step}, {"loss", loss}};
}
const Json kBegin = {{"type", "started"}, {"at", "2026-01-01T00:00:00Z"}};
const Json kEnd = {{"type", "ended"}, {"reason", "finished"}};

} // namespace

class RunSummariesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsKeptSaysTheSame() {
        const RunsFolder runs;
        runs.add("a", {kBegin, lossAt(1, 3), lossAt(2, 1.5), kEnd});
        const std::vector<RunSummary> first = runs.read();
        const auto file = privateFolder(runs.path.path()) / "summaries.json";

        const std::vector<RunSummary> kept = readKeptSummaries(file);

        QCOMPARE(kept.size(), 1U);
        QVERIFY(kept == first);
    }

    // The log is made unreadable without a trace in its stamp: only what was kept can answer.
    void anEndedRunIsNotReadAgain() {
        const RunsFolder runs;
        const RunFolder run = runs.add("a", {kBegin, lossAt(1, 3), kEnd});
        const std::vector<RunSummary> first = runs.read();
        const auto time = std::filesystem::last_write_time(run.eventsFile());
        const std::string log = readFile(run.eventsFile());
        QFile file(QString::fromStdString(run.eventsFile().string()));
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.write(QByteArray(static_cast<qsizetype>(log.size()), 'x'));
        file.close();
        std::filesystem::last_write_time(run.eventsFile(), time);

        QVERIFY(runs.read() == first);
        QVERIFY(runs.read(first) == first);
    }

    void aRunThatWentOnIsReadAgain() {
        const RunsFolder runs;
        const RunFolder run = runs.add("a", {kBegin, lossAt(1, 3), kEnd});
        const std::vector<RunSummary> first = runs.read();
        EventLog(run.eventsFile()).append(lossAt(2, 0.5));

        const std::vector<RunSummary> second = runs.read(first);

        QCOMPARE(second.front().loss.value(), 0.5);
    }

    void whatIsKeptBrokenIsReadFromTheRuns() {
        const RunsFolder runs;
        runs.add("a", {kBegin, lossAt(1, 3), kEnd});
        (void)runs.read();
        writeFileAtomically(privateFolder(runs.path.path()) / "summaries.json",
                            R"({"version":1,"runs":[{"stamp":"x"}]})");

        const std::vector<RunSummary> again = runs.read();

        QCOMPARE(again.size(), 1U);
        QCOMPARE(again.front().name, QString("a"));
    }

    void aStoppedRunHasItsLastCheckpoint() {
        const RunsFolder runs;
        const RunFolder run = runs.add("a", {kBegin, lossAt(4, 3), {{"type", "ended"}, {"reason", "stopped"}}});
        for (const int step : {2, 4}) {
            makeFolder(run.checkpointFolder(step) / "adapter");
            writeFileAtomically(run.checkpointFolder(step) / "state.json", "{}");
        }

        const RunSummary summary = runs.read().front();

        QVERIFY(summary.result.endsWith("/checkpoints/step-4/adapter"));
        QCOMPARE(summary.resultStep, 4);
    }

    void aFinishedRunHasItsOwnResult() {
        const RunsFolder runs;
        const RunFolder run = runs.add("a", {kBegin, lossAt(4, 3), kEnd});
        makeFolder(run.checkpointFolder(4) / "adapter");
        writeFileAtomically(run.checkpointFolder(4) / "state.json", "{}");
        makeFolder(run.adapterFolder());

        const RunSummary summary = runs.read().front();

        QCOMPARE(summary.result.toStdString(), run.adapterFolder().string());
        QCOMPARE(summary.resultStep, 0);
    }

    void runsAreMadeRenamedAndRemoved() {
        const QTemporaryDir folder;
        RunConfig config;
        config.name = "My Run / 1";

        const QString run = createRun(folder.filePath("runs"), config);
        QCOMPARE(run.section('/', -1), QString("my-run---1"));
        renameRun(run, "better");
        QCOMPARE(readRun(run).name, QString("better"));
        QCOMPARE(createRun(folder.filePath("runs"), config).section('/', -1), QString("my-run---1-2"));
        removeRun(run);

        QVERIFY(!QDir(run).exists());
    }

    void whatIsNoRunIsNotRemoved() {
        const QTemporaryDir folder;

        QVERIFY_EXCEPTION_THROWN(removeRun(folder.path()), Error);

        QVERIFY(QDir(folder.path()).exists());
    }
};

FETTLE_TEST(RunSummariesTest)
#include "run_summaries_test.moc"
