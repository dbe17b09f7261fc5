#include "ui/models/calibration.h"

#include "core/base/files.h"
#include "tests/support/test_main.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace fettle;
using namespace fettle::ui;

namespace {

Plan planOf(std::int64_t tokens) {
    Plan plan;
    plan.tokens = tokens;
    plan.device = "cpu";
    plan.computeDtype = "float32";
    return plan;
}

RunConfig smallRows() {
    RunConfig config;
    config.batch.perDeviceBatchSize = 2;
    return config;
}

// A run of 10 steps of 100 tokens in 0.5 s each, after 3 s of loading; evaluated and saved in another second.
struct CalibrationStage {
    QString addRun(const char* name, const RunConfig& config, std::int64_t resumedFrom = 0) const {
        const RunFolder run{folder.filePath(QString("runs/") + name).toStdString()};
        makeFolder(run.path());
        writeJson(run.configFile(), toJson(config));
        std::string lines = toLine({{"type", "started"}, {"seq", 1}, {"time", 0.1}, {"resumed_from", resumedFrom}}) +
                            "\n" +
                            toLine({{"type", "plan"},
                                    {"seq", 2},
                                    {"time", 1.0},
                                    {"steps", 10},
                                    {"resolved", {{"device", "cpu"}, {"compute", "float32"}}}}) +
                            "\n";
        for (int step = 1; step <= 10; ++step)
            lines += toLine({{"type", "step"},
                             {"seq", 2 + step},
                             {"step", step},
                             {"time", 3.0 + 0.5 * step},
                             {"tokens", 100 * step},
                             {"tokens_per_second", 200.0},
                             {"loss", 1.0}}) +
                     "\n";
        lines += toLine({{"type", "ended"}, {"seq", 13}, {"time", 9.0}, {"reason", "finished"}}) + "\n";
        writeFileAtomically(run.eventsFile(), lines);
        return QString::fromStdString(run.path().string());
    }
    void learn(const QString& run) {
        QSignalSpy changed(&calibration, &Calibration::changed);
        calibration.learnFrom(run);
        QTRY_COMPARE(changed.count(), 1);
    }

    QTemporaryDir folder;
    Calibration calibration{folder.filePath("calibration.json")};
};

bool holds(const TimeRange& range, double seconds) {
    return range.least < seconds && seconds < range.most;
}

} // namespace

class CalibrationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    void withoutAMeasuredRunTheTimeIsUnknown() {
        CalibrationStage stage;
        QVERIFY(!stage.calibration.estimate(smallRows(), planOf(1000)).has_value());
    }

    // 3 s of loading and 6 s for 1,000 tokens: 2,000 tokens take 15 s, within a quarter of it.
    void theNextRunOfAKindTakesWhatTheLastOneTook() {
        CalibrationStage stage;
        stage.learn(stage.addRun("one", smallRows()));

        const auto same = stage.calibration.estimate(smallRows(), planOf(1000));
        QVERIFY(same.has_value());
        QVERIFY(holds(*same, 9));
        QVERIFY(same->most <= 1.25 * 9 && same->least >= 0.75 * 9);
        QVERIFY(holds(*stage.calibration.estimate(smallRows(), planOf(2000)), 15));
    }

    void anotherShapeIsARangeAndAnotherModelIsUnknown() {
        CalibrationStage stage;
        stage.learn(stage.addRun("one", smallRows()));
        RunConfig other = smallRows();
        other.batch.perDeviceBatchSize = 8;

        const auto wide = stage.calibration.estimate(other, planOf(1000));
        QVERIFY(wide.has_value());
        QVERIFY(wide->most - wide->least >= 9);
        other.model.path = "/models/larger";
        QVERIFY(!stage.calibration.estimate(other, planOf(1000)).has_value());
        Plan elsewhere = planOf(1000);
        elsewhere.device = "cuda:0";
        QVERIFY(!stage.calibration.estimate(smallRows(), elsewhere).has_value());
    }

    void whatWasMeasuredSurvivesARestart() {
        CalibrationStage stage;
        stage.learn(stage.addRun("one", smallRows()));

        Calibration again(stage.folder.filePath("calibration.json"));
        QSignalSpy changed(&again, &Calibration::changed);
        again.read();

        QTRY_COMPARE(changed.count(), 1);
        QVERIFY(again.estimate(smallRows(), planOf(1000)).has_value());
    }

    void aRunThatWasResumedMeasuresNothing() {
        CalibrationStage stage;
        stage.learn(stage.addRun("one", smallRows(), 5));
        QVERIFY(!stage.calibration.estimate(smallRows(), planOf(1000)).has_value());
    }

    void aDamagedFileKnowsNothing() {
        CalibrationStage stage;
        writeFileAtomically(stage.folder.filePath("calibration.json").toStdString(), "[{\"model\": 3}]");
        stage.learn(stage.addRun("one", smallRows()));
        QVERIFY(stage.calibration.estimate(smallRows(), planOf(1000)).has_value());
    }
};

FETTLE_TEST(CalibrationTest)
#include "calibration_test.moc"
