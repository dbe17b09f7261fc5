#include "tests/support/test_main.h"
#include "ui/text/metrics.h"

#include <QLocale>

#include <cmath>

using namespace fettle;
using namespace fettle::ui;

class MetricsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void cleanupTestCase() { QLocale::setDefault(QLocale::c()); }

    void namesAreThoseOfTheCatalogue() {
        QCOMPARE(metricName("grad_norm"), "Gradient norm");
        QCOMPARE(metricName("eval_loss"), "Loss (validation)");
        QCOMPARE(metricName("rewards/new"), "rewards/new");
    }

    void unitsAreRight() {
        QCOMPARE(metricTitle(metricNamed("loss")), "Loss (nats per token)");
        QCOMPARE(metricTitle(metricNamed("loss", DpoObjective{})), "Loss (nats per pair)");
        QCOMPARE(metricTitle(metricNamed("tokens_per_second")), "Speed (tokens/s)");
        QCOMPARE(metricTitle(metricNamed("memory_bytes")), "Memory"); // its figures say MB or GB
        QCOMPARE(metricTitle(metricNamed("learning_rate")), "Learning rate");
    }

    void aFigureIsWrittenInItsUnit_data() {
        QTest::addColumn<QString>("metric");
        QTest::addColumn<double>("value");
        QTest::addColumn<QString>("text");
        QTest::newRow("loss") << "loss" << 2.3124 << "2.312";
        QTest::newRow("learning rate") << "learning_rate" << 2e-3 << "2e-3";
        QTest::newRow("memory") << "memory_bytes" << 84.2e6 << "84.2 MB";
        QTest::newRow("speed") << "tokens_per_second" << 4310.4 << "4,310";
        QTest::newRow("accuracy") << "rewards/accuracies" << 0.75 << "75.0 %";
        QTest::newRow("margin") << "rewards/margins" << -0.25 << "-0.2500";
        QTest::newRow("epoch") << "epoch" << 1.5 << "1.50";
        QTest::newRow("no number") << "rewards/accuracies" << std::nan("") << "\u2013";
    }
    void aFigureIsWrittenInItsUnit() {
        QFETCH(QString, metric);
        QFETCH(double, value);
        QFETCH(QString, text);

        QCOMPARE(figureText(metricNamed(metric.toStdString()), value), text);
    }
};

FETTLE_TEST(MetricsTest)
#include "metrics_test.moc"
