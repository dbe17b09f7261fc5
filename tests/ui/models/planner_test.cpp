#include "tests/support/byte_model.h"
#include "tests/support/test_main.h"
#include "ui/models/planner.h"

#include <QSignalSpy>
#include <QTemporaryDir>

using namespace fettle;
using namespace fettle::test;
using namespace fettle::ui;

namespace {

struct PlannerStage {
    PlannerStage() {
        writeByteModel(folder.filePath("model").toStdString());
        std::string rows;
        for (int i = 0; i < 40; ++i)
            rows += Json{{"text", "row " + std::to_string(i)}}.dump() + "\n";
        writeFileAtomically(folder.filePath("rows.jsonl").toStdString(), rows);
    }
    [[nodiscard]] RunConfig config() const {
        RunConfig config;
        config.device = "cpu";
        config.model.path = folder.filePath("model").toStdString();
        config.data.train = {DataFileConfig{.path = folder.filePath("rows.jsonl").toStdString()}};
        config.data.validationSplit = 0;
        return config;
    }

    QTemporaryDir folder;
    Planner planner;
};

} // namespace

class PlannerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(".*")); }

    // 40 rows in batches of 4, 4 of them a step: 2.5 steps, so 3.
    void aConfigurationBecomesAPlan() {
        PlannerStage stage;
        QSignalSpy planned(&stage.planner, &Planner::planned);

        stage.planner.setConfig(stage.config());

        QTRY_COMPARE(planned.count(), 1);
        QCOMPARE(stage.planner.plan()->steps, 3);
        QVERIFY(stage.planner.deviceMemory() > 0);
        QVERIFY(!stage.planner.isBusy());
    }

    void onlyTheLastOfQuickChangesIsPlanned() {
        PlannerStage stage;
        QSignalSpy planned(&stage.planner, &Planner::planned);
        RunConfig config = stage.config();

        for (int size = 1; size <= 8; ++size) {
            config.batch.perDeviceBatchSize = size;
            stage.planner.setConfig(config);
        }

        QTRY_COMPARE(planned.count(), 1);
        QCOMPARE(stage.planner.plan()->steps, 2); // 40 / (8 * 4) = 1.25
    }

    void anAnswerIsForItsOwnQuestionAlone() {
        PlannerStage stage;
        QSignalSpy planned(&stage.planner, &Planner::planned);
        RunConfig config = stage.config();
        stage.planner.setConfig(config);
        QTRY_COMPARE(planned.count(), 1);
        QVERIFY(stage.planner.hasAnswered(config));

        config.batch.perDeviceBatchSize = 2;
        QVERIFY(!stage.planner.hasAnswered(config));
        stage.planner.setConfig(config);
        QVERIFY(!stage.planner.hasAnswered(config));
        QTRY_VERIFY(stage.planner.hasAnswered(config));

        stage.planner.setDevices(
            {{"devices", Json::array({{{"device", "cpu"}, {"available_bytes", 1000}, {"cores", 2}}})}});
        QVERIFY(!stage.planner.hasAnswered(config));
        QTRY_VERIFY(stage.planner.hasAnswered(config));
    }

    void aMissingFileIsAFailureWithoutPlan() {
        PlannerStage stage;
        QSignalSpy failed(&stage.planner, &Planner::failed);
        RunConfig config = stage.config();
        config.data.train.front().path = "/nowhere.jsonl";

        stage.planner.setConfig(config);
        stage.planner.planNow();

        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(!stage.planner.plan().has_value());
    }

    void devicesDecideWhatFits() {
        PlannerStage stage;
        QSignalSpy planned(&stage.planner, &Planner::planned);
        stage.planner.setDevices(
            {{"devices", Json::array({{{"device", "cpu"}, {"available_bytes", 123456789}, {"cores", 2}}})}});
        stage.planner.setConfig(stage.config());

        stage.planner.planNow();

        QTRY_COMPARE(planned.count(), 1);
        QCOMPARE(stage.planner.deviceMemory(), std::uint64_t{123456789});
    }

    // Before the engine spoke nothing is known of a GPU; of this processor all is.
    void untilDevicesAreKnownOnlyTheProcessorIs() {
        PlannerStage stage;
        QSignalSpy planned(&stage.planner, &Planner::planned);
        stage.planner.setDevices(Json());
        RunConfig config = stage.config();

        config.device = "cuda:0";
        stage.planner.setConfig(config);
        QTRY_COMPARE(planned.count(), 1);
        QCOMPARE(stage.planner.deviceMemory(), std::uint64_t{0});
        QCOMPARE(stage.planner.plan()->device, std::string("cuda:0"));

        config.device = "auto";
        stage.planner.setConfig(config);
        QTRY_COMPARE(planned.count(), 2);
        QVERIFY(stage.planner.deviceMemory() > 0);
    }
};

FETTLE_TEST(PlannerTest)
#include "planner_test.moc"
