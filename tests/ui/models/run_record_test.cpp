#include "core/base/files.h"
#include "core/run/event_log.h"
#include "tests/support/test_main.h"
#include "ui/models/run_record.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace fettle;
using namespace fettle::ui;

namespace {

struct Folder {
    Folder() {
        RunConfig config;
        config.name = "my run";
        writeJson(run.configFile(), toJson(config));
    }
    void write(const std::vector<Json>& events) {
        EventLog log(run.eventsFile());
        for (const Json& event : events)
            log.append(event);
    }
    [[nodiscard]] QString name() const { return path.path(); }

    QTemporaryDir path;
    RunFolder run{path.path().toStdString()};
};

Json step(std::int64_t number) {
    return {{"type", "step"}, {"step", number}, {"loss", 1.0 / static_cast<double>(number)}};
}

void load(RunRecord& record) {
    QSignalSpy loaded(&record, &RunRecord::loaded);
    record.load();
    QTRY_COMPARE(loaded.count(), 1);
}

Json numbered(Json event, int sequence) {
    event["seq"] = sequence;
    return event;
}

} // namespace

class RunRecordTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void aStoredRunIsOpened() {
        Folder folder;
        folder.write({{{"type", "started"}}, step(1), step(2), {{"type", "ended"}, {"reason", "finished"}}});
        RunRecord record(folder.name());

        load(record);

        QCOMPARE(record.name(), "my run");
        QCOMPARE(record.state(), RunState::Finished);
        QCOMPARE(record.metrics().values("loss"), std::vector<double>({1, 0.5}));
        QCOMPARE(record.config()->name, std::string("my run"));
    }

    void aKilledEnginesRunIsInterrupted() {
        Folder folder;
        folder.write({{{"type", "started"}, {"pid", 0}}, step(1)});
        RunRecord record(folder.name());

        load(record);

        QCOMPARE(record.state(), RunState::Interrupted);
    }

    void aPartialLastLineIsLeftOut() {
        Folder folder;
        folder.write({{{"type", "started"}}, step(1)});
        QFile file(folder.name() + "/events.jsonl");
        QVERIFY(file.open(QIODevice::Append));
        file.write("{\"type\":\"step\",\"st");
        file.close();
        RunRecord record(folder.name());

        load(record);

        QCOMPARE(record.data().step, 1);
        QCOMPARE(record.data().badLines, 0);
    }

    void anUnreadableConfigurationIsToldNotThrown() {
        Folder folder;
        writeFileAtomically(folder.run.configFile(), "{\"adapter\": 7}");
        RunRecord record(folder.name());

        load(record);

        QVERIFY(!record.config().has_value());
        QVERIFY(!record.stored().problem.isEmpty());
    }

    void aMissingFolderFails() {
        RunRecord record("/nowhere/run");
        QSignalSpy failed(&record, &RunRecord::loadFailed);

        record.load();

        QTRY_COMPARE(failed.count(), 1);
    }

    void liveLinesGoOnWhereTheFileEnds() {
        Folder folder;
        folder.write({{{"type", "started"}}, step(1)});
        RunRecord record(folder.name());
        load(record);
        QSignalSpy appended(&record.metrics(), &MetricModel::appended);

        record.append({numbered(step(2), 3), numbered(step(3), 4)});

        QCOMPARE(record.metrics().values("loss").size(), 3u);
        QCOMPARE(appended.count(), 1);
    }

    void linesThatStandInTheFileCountOnce() {
        Folder folder;
        folder.write({{{"type", "started"}}, step(1), step(2)});
        RunRecord record(folder.name());
        QSignalSpy loaded(&record, &RunRecord::loaded);

        record.load();
        record.append({numbered(step(2), 3), numbered(step(3), 4)}); // while the file is being read

        QTRY_COMPARE(loaded.count(), 1);
        QCOMPARE(record.metrics().values("loss").size(), 3u);
    }

    void aRestartResetsTheCharts() {
        Folder folder;
        folder.write({{{"type", "started"}}, step(1), step(2), step(3)});
        RunRecord record(folder.name());
        load(record);
        QSignalSpy reset(&record.metrics(), &MetricModel::wasReset);

        record.append({numbered({{"type", "started"}, {"resumed_from", 1}}, 5), numbered(step(2), 6)});

        QCOMPARE(reset.count(), 1);
        QCOMPARE(record.metrics().values("loss").size(), 2u);
    }

    void whatAnotherProgramWritesIsReadOn() {
        Folder folder;
        folder.write({{{"type", "started"}}, step(1)});
        RunRecord record(folder.name());
        load(record);
        QSignalSpy appended(&record.metrics(), &MetricModel::appended);
        folder.write({step(2), step(3)});

        record.readOn();

        QTRY_COMPARE(appended.count(), 1);
        QCOMPARE(record.metrics().values("loss").size(), 3u);
    }

    void anEngineThatDiedIsAFailureUntilTheNextStart() {
        Folder folder;
        folder.write({{{"type", "started"}, {"pid", 0}}, step(1)});
        RunRecord record(folder.name());
        load(record);

        record.fail(Error{ErrorKind::OutOfMemory, "Killed."}, {"the last words"});
        load(record);
        QCOMPARE(record.state(), RunState::Failed);
        QCOMPARE(record.failure()->kind, ErrorKind::OutOfMemory);
        QCOMPARE(record.lastLog(), QStringList({"the last words"}));
        record.setLiveState(RunState::Starting);

        QVERIFY(!record.failure().has_value());
    }

    void theControllersStateWins() {
        Folder folder;
        RunRecord record(folder.name());
        load(record);

        record.setLiveState(RunState::Starting);

        QCOMPARE(record.state(), RunState::Starting);
    }

    void tenThousandStepsOpenInAMoment() {
        Folder folder;
        std::string events;
        for (int i = 1; i <= 10000; ++i)
            events += Json{{"v", 1},
                           {"seq", i},
                           {"time", 0.1 * i},
                           {"type", "step"},
                           {"step", i},
                           {"epoch", 0.1},
                           {"loss", 1.5},
                           {"grad_norm", 0.5},
                           {"tokens", 100 * i},
                           {"tokens_per_second", 4000.5},
                           {"learning_rate", 2e-4}}
                          .dump() +
                      "\n";
        writeFileAtomically(folder.run.eventsFile(), events);
        QElapsedTimer clock;
        clock.start();

        const StoredRun run = readRun(folder.name());

        QCOMPARE(run.data.metrics.steps.size(), 10000u);
        qInfo("opened in %lld ms", static_cast<long long>(clock.elapsed()));
    }
};

FETTLE_TEST(RunRecordTest)
#include "run_record_test.moc"
