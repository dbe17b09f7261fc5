#include "tests/support/test_main.h"
#include "ui/models/metric_table_model.h"

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>

using namespace fettle;
using namespace fettle::ui;

namespace {

void addStep(MetricModel& metrics, std::int64_t step, double loss) {
    metrics.edit().steps.append(step, 0, 0, {{"loss", loss}, {"learning_rate", 2e-4}});
    metrics.notifyAppended();
}

void addEvaluation(MetricModel& metrics, std::int64_t step, double loss) {
    metrics.edit().evaluations.append(step, 0, 0, {{"eval_loss", loss}});
    metrics.notifyAppended();
}

QString text(const MetricTableModel& table, int row, int column) {
    return table.index(row, column).data().toString();
}

} // namespace

class MetricTableModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() {
        QTest::failOnWarning(QRegularExpression(".*"));
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    void cleanupTestCase() { QLocale::setDefault(QLocale::c()); }

    void aRowIsAStep() {
        MetricModel metrics;
        MetricTableModel table;
        QAbstractItemModelTester tester(&table);
        table.setMetrics(&metrics);

        addStep(metrics, 1, 2.5);
        addStep(metrics, 2, 1.25);

        QCOMPARE(table.rowCount(), 2);
        QCOMPARE(text(table, 1, 0), "2");
        QCOMPARE(text(table, 1, 1), "1.250");
        QCOMPARE(text(table, 1, 2), "2e-4");
        QCOMPARE(table.headerData(2, Qt::Horizontal).toString(), "Learning rate");
    }

    void anEvaluationStandsInItsStepsRow() {
        MetricModel metrics;
        MetricTableModel table;
        QAbstractItemModelTester tester(&table);
        table.setMetrics(&metrics);
        addStep(metrics, 1, 2.5);
        addStep(metrics, 2, 1.25);

        addEvaluation(metrics, 2, 1.5);
        addStep(metrics, 3, 1);
        addEvaluation(metrics, 3, 1.25);

        QCOMPARE(text(table, 0, 3), "");
        QCOMPARE(text(table, 1, 3), "1.500");
        QCOMPARE(text(table, 2, 3), "1.250");
    }

    void aRestartTakesRowsBack() {
        MetricModel metrics;
        MetricTableModel table;
        QAbstractItemModelTester tester(&table);
        table.setMetrics(&metrics);
        addStep(metrics, 1, 2.5);
        addStep(metrics, 2, 1.25);

        metrics.edit().steps.discardAbove(1);
        metrics.notifyReset();

        QCOMPARE(table.rowCount(), 1);
    }

    void manyRowsAreInsertedAtOnce() {
        MetricModel metrics;
        MetricTableModel table;
        addStep(metrics, 1, 1);
        table.setMetrics(&metrics);
        QSignalSpy inserted(&table, &MetricTableModel::rowsInserted);

        for (int step = 2; step <= 10000; ++step)
            metrics.edit().steps.append(step, 0, 0, {{"loss", 1.0}, {"learning_rate", 1e-4}});
        metrics.notifyAppended();

        QCOMPARE(inserted.count(), 1);
        QCOMPARE(table.rowCount(), 10000);
    }

    void theTableOutlivesItsFigures() {
        MetricTableModel table;
        {
            MetricModel metrics;
            addStep(metrics, 1, 1);
            table.setMetrics(&metrics);
        }

        QCOMPARE(table.rowCount(), 0);
    }
};

FETTLE_TEST(MetricTableModelTest)
#include "metric_table_model_test.moc"
