#include "core/config/schedule.h"
#include "tests/support/test_main.h"

#include <cmath>

using namespace fettle;

class ScheduleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void warmUpIsCountedAsTransformersDoes() {
        QCOMPARE(warmupSteps({.kind = "linear", .warmupRatio = 0.03}, 565), 17); // ceil(16.95)
        QCOMPARE(warmupSteps({.kind = "linear", .warmupSteps = 5, .warmupRatio = 0.03}, 565), 5);
        QCOMPARE(warmupSteps({.kind = "constant", .warmupSteps = 5}, 565), 0);
    }

    // lr 10, 2 warm-up steps, 10 steps: transformers tests/optimization/test_optimization.py, tolerance 1e-2.
    void factorsAreTransformers_data() {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QList<double>>("expected");
        QTest::newRow("constant") << "constant" << QList<double>{10, 10, 10, 10, 10, 10, 10, 10, 10, 10};
        QTest::newRow("constant_with_warmup")
            << "constant_with_warmup" << QList<double>{0, 5, 10, 10, 10, 10, 10, 10, 10, 10};
        QTest::newRow("linear") << "linear" << QList<double>{0, 5, 10, 8.75, 7.5, 6.25, 5, 3.75, 2.5, 1.25};
        QTest::newRow("cosine") << "cosine" << QList<double>{0, 5, 10, 9.61, 8.53, 6.91, 5, 3.08, 1.46, 0.38};
    }
    void factorsAreTransformers() {
        QFETCH(QString, kind);
        QFETCH(QList<double>, expected);

        for (int step = 0; step < expected.size(); ++step) {
            const double rate = 10 * scheduleFactor({.kind = kind.toStdString()}, step, 2, 10);
            QVERIFY2(std::abs(rate - expected[step]) < 1e-2, qPrintable(QString::number(step)));
        }
    }
};

FETTLE_TEST(ScheduleTest)
#include "schedule_test.moc"
