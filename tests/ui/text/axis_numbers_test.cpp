#include "tests/support/test_main.h"
#include "ui/text/axis_numbers.h"

#include <QLocale>

using namespace fettle;
using namespace fettle::ui;

class AxisNumbersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void cleanupTestCase() { QLocale::setDefault(QLocale::c()); }

    void decimalsAreThoseOfTheStep() {
        const AxisNumbers axis{.largest = 1.5, .step = 0.25};

        QCOMPARE(axis.figure(MetricUnit::Nats, 0.5), "0.50");
        QCOMPARE(axis.figure(MetricUnit::Nats, 0), "0.00");
    }

    // 84.0 and 84.2 MB once were the same label at two places.
    void sizesCloseTogetherStayApart() {
        const AxisNumbers axis{.largest = 84.4e6, .step = 0.2e6};

        QCOMPARE(axis.figure(MetricUnit::Bytes, 84.0e6), "84.0 MB");
        QCOMPARE(axis.figure(MetricUnit::Bytes, 84.2e6), "84.2 MB");
    }

    void anAxisHasOneUnit() {
        const AxisNumbers axis{.largest = 1.5e9, .step = 0.5e9};

        QCOMPARE(axis.figure(MetricUnit::Bytes, 0.5e9), "0.5 GB");
        QCOMPARE(axis.figure(MetricUnit::Bytes, 1.5e9), "1.5 GB");
    }

    void learningRatesAreWhole() {
        const AxisNumbers axis{.largest = 2e-4, .step = 2.5e-5};

        QCOMPARE(axis.figure(MetricUnit::LearningRate, 1.75e-4), "1.75e-4");
        QCOMPARE(axis.figure(MetricUnit::LearningRate, 2e-4), "2e-4");
        QCOMPARE(axis.figure(MetricUnit::LearningRate, 0), "0");
    }

    void countsAreShortAndExact() {
        QCOMPARE((AxisNumbers{.largest = 100400, .step = 200}).count(100200), "100.2 k");
        QCOMPARE((AxisNumbers{.largest = 2500, .step = 500}).count(1500), "1,500");
    }

    void sharesArePercent() {
        QCOMPARE((AxisNumbers{.largest = 1, .step = 0.25}).figure(MetricUnit::Share, 0.75), "75 %");
    }
};

FETTLE_TEST(AxisNumbersTest)
#include "axis_numbers_test.moc"
