#include "ui/widgets/charts/matrix_chart.h"

#include "tests/support/fail_on_warning.h"
#include "tests/support/test_main.h"
#include "ui/widgets/style.h"

#include <QLabel>

using namespace fettle::ui;

class MatrixChartTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { fettle::test::failOnWarning(); }

    void numbersAreColoursFromTheTop() {
        MatrixChart chart(ChartBase::Size::Large);
        chart.setValues({1, 0, -1, 0, 0, 0}, 3);
        chart.resize(400, 300);
        (void)chart.grab();

        const QImage picture = chart.grab().toImage();
        const auto colour = [&](int row, int column) {
            return picture.pixelColor(qRound(chart.xAxis->coordToPixel(column)),
                                      qRound(chart.yAxis->coordToPixel(row)));
        };
        QCOMPARE(colour(0, 0), ink(Ink::Tuned, chart.palette()));
        QCOMPARE(colour(0, 2), ink(Ink::Base, chart.palette()));
        QCOMPARE(colour(1, 1), ink(Ink::Card, chart.palette()));
        QVERIFY(chart.yAxis->coordToPixel(0) < chart.yAxis->coordToPixel(1));
    }

    void theCardSaysTheNumber() {
        MatrixChart chart(ChartBase::Size::Large);
        chart.setValues({1, 2, 3, 4.5}, 2);
        chart.resize(400, 300);
        (void)chart.grab();
        const QPointF point(chart.xAxis->coordToPixel(1), chart.yAxis->coordToPixel(1));
        QMouseEvent move(QEvent::MouseMove, point, chart.mapToGlobal(point), Qt::NoButton, Qt::NoButton,
                         Qt::NoModifier);

        QCoreApplication::sendEvent(&chart, &move);

        QCOMPARE(chart.findChild<QLabel*>("hoverCard")->text(), "Row 1, column 1: 4.500");
    }
};

FETTLE_TEST(MatrixChartTest)
#include "matrix_chart_test.moc"
