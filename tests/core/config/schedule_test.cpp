#include "core/config/schedule.h"
#include "tests/support/test_main.h"

#include <cmath>

using namespace fettle;

namespace {

const Json& goldens() {
    static const Json all = readJson(std::filesystem::path(FETTLE_SOURCE) / "tests/golden/schedules.json");
    return all;
}

} // namespace

class ScheduleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void warmUpIsCountedAsTransformersDoes() {
        QCOMPARE(warmupSteps({.kind = LinearSchedule{}, .warmupRatio = 0.03}, 565), 17); // ceil(16.95)
        QCOMPARE(warmupSteps({.kind = LinearSchedule{}, .warmupSteps = 5, .warmupRatio = 0.03}, 565), 5);
        QCOMPARE(warmupSteps({.kind = ConstantSchedule{}, .warmupSteps = 5}, 565), 0);
    }

    // tests/golden/schedules.py
    void ratesAreTransformers_data() {
        QTest::addColumn<std::string>("name");
        for (const auto& [name, golden] : goldens().at("cases").items())
            QTest::newRow(name.c_str()) << name;
    }
    void ratesAreTransformers() {
        QFETCH(std::string, name);
        const Json& golden = goldens().at("cases").at(name);
        const double peak = goldens().at("learning_rate");
        RunConfig run = parseRunConfig({{"schedule", golden.at("schedule")}});
        run.schedule.warmupRatio = 0;
        const std::int64_t steps = goldens().at("steps");
        const ScheduleSpan span{
            .warmupSteps = warmupSteps(run.schedule, steps), .totalSteps = steps, .learningRate = peak};

        for (std::int64_t step = 0; step < steps; ++step) {
            const double rate = peak * scheduleFactor(run.schedule, step, span);
            const double expected = golden.at("rates").at(static_cast<std::size_t>(step));
            QVERIFY2(std::abs(rate - expected) < 1e-15, qPrintable(QString("step %1: %2").arg(step).arg(rate)));
        }
    }
};

FETTLE_TEST(ScheduleTest)
#include "schedule_test.moc"
