#include "tests/support/test_main.h"
#include "ui/models/metric_model.h"

#include <QSignalSpy>

#include <cmath>

using namespace fettle;
using namespace fettle::ui;

namespace {

MetricHistory losses(const std::vector<double>& values) {
    MetricHistory history;
    std::int64_t step = 0;
    for (const double value : values) {
        ++step;
        history.steps.append(step, static_cast<double>(100 * step), 0.5 * static_cast<double>(step), {{"loss", value}});
    }
    return history;
}

} // namespace

class MetricModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyAxisIsKept() {
        const MetricHistory history = losses({3, 2});

        QCOMPARE(history.steps.x(XAxis::Step), std::vector<double>({1, 2}));
        QCOMPARE(history.steps.x(XAxis::Tokens), std::vector<double>({100, 200}));
        QCOMPARE(history.steps.x(XAxis::Seconds), std::vector<double>({0.5, 1}));
    }

    void aMetricThatComesLateBeginsWithGaps() {
        MetricSeries series;
        series.append(1, 0, 0, {{"loss", 1.0}});
        series.append(2, 0, 0, {{"loss", 1.0}, {"rewards/margins", 0.5}});
        series.append(3, 0, 0, {{"loss", 1.0}});

        const auto& margins = series.values("rewards/margins");

        QVERIFY(std::isnan(margins[0]) && std::isnan(margins[2]));
        QCOMPARE(margins[1], 0.5);
        QCOMPARE(series.keys(), QStringList({"loss", "rewards/margins"}));
    }

    void columnsStandInTheCataloguesOrder() {
        MetricSeries series;
        series.append(1, 0, 0, {{"zebra", 1}, {"memory_bytes", 1}, {"rewards/margins", 1}});
        series.append(2, 0, 0, {{"loss", 1}});

        QCOMPARE(series.keys(), QStringList({"loss", "rewards/margins", "memory_bytes", "zebra"}));
    }

    void theBestIsTheBestInItsDirection() {
        MetricSeries series;
        for (const double value : {0.5, 0.25, 0.75})
            series.append(1, 0, 0, {{"eval_loss", value}, {"eval_rewards/margins", value}, {"eval_entropy", value}});

        QCOMPARE(bestOf(series, "eval_loss"), std::optional(0.25));
        QCOMPARE(bestOf(series, "eval_rewards/margins"), std::optional(0.75));
        QVERIFY(!bestOf(series, "eval_entropy"));
        QVERIFY(!bestOf(series, "eval_nothing"));
    }

    void textsForNumbersAreRead() {
        MetricSeries series;
        series.append(1, 0, 0, {{"loss", "nan"}, {"grad_norm", "inf"}, {"note", "hello"}});

        QVERIFY(std::isnan(series.values("loss")[0]));
        QVERIFY(std::isinf(series.values("grad_norm")[0]));
        QVERIFY(series.values("note").empty());
    }

    void discardingTakesStepsBack() {
        MetricHistory history = losses({5, 4, 3, 2});

        history.steps.discardAbove(2);

        QCOMPARE(history.steps.values("loss"), std::vector<double>({5, 4}));
    }

    // a_1 = 4, a_2 = (0.5 * 0.5 * 4 + 0.5 * 2) / (0.5 * 0.5 + 0.5) = 2 / 0.75
    void smoothingIsADebiasedMovingAverage() {
        MetricModel model;
        model.setHistory(losses({4, 2}));

        const auto& smooth = model.smoothed("loss", 0.5);

        QCOMPARE(smooth[0], 4.0);
        QCOMPARE(smooth[1], 2 / 0.75);
    }

    void smoothingGoesOnWithNewValues() {
        MetricModel growing, whole;
        growing.setHistory(losses({4, 2}));
        (void)growing.smoothed("loss", 0.6);
        whole.setHistory(losses({4, 2, 7}));

        growing.edit().steps.append(3, 300, 1.5, {{"loss", 7.0}});
        growing.notifyAppended();

        QCOMPARE(growing.smoothed("loss", 0.6), whole.smoothed("loss", 0.6));
    }

    void aGapDoesNotPoisonTheAverage() {
        MetricModel model;
        model.setHistory(losses({4, std::nan(""), 4}));

        const auto& smooth = model.smoothed("loss", 0.9);

        QVERIFY(std::isnan(smooth[1]));
        QCOMPARE(smooth[2], 4.0);
    }

    void weightZeroIsTheRawCurve() {
        MetricModel model;
        model.setHistory(losses({4, 2}));

        QCOMPARE(model.smoothed("loss", 0), model.values("loss"));
    }

    void theTableForProgramsHoldsEverything() {
        MetricModel model;
        model.setHistory(losses({4, 2}));
        model.edit().evaluations.append(2, 200, 1, {{"eval_loss", 2.5}});

        QCOMPARE(model.toCsv(), "step,tokens,seconds,loss,eval_loss\n1,100,0.5,4,\n2,200,1,2,2.5\n");
    }

    void sparklinesAreMeans() {
        QCOMPARE(sparkline({1, 3, 5, 7}, 2), std::vector<double>({2, 6}));
        QCOMPARE(sparkline({1, 2}, 10), std::vector<double>({1, 2}));
        QVERIFY(sparkline({}, 10).empty());
    }
};

FETTLE_TEST(MetricModelTest)
#include "metric_model_test.moc"
