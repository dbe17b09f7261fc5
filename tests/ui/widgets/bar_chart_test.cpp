#include "ui/widgets/charts/bar_chart.h"

#include "tests/support/fail_on_warning.h"
#include "tests/support/test_main.h"

#include <QLabel>

using namespace fettle::ui;

class BarChartTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { fettle::test::failOnWarning(); }

    void barsStandSideBySide() {
        BarChart chart(ChartBase::Size::Large);
        chart.setBars({3, 0, 6}, 64);
        chart.resize(400, 300);
        (void)chart.grab();

        QCOMPARE(chart.xAxis->range(), QCPRange(0, 192));
        QVERIFY(chart.yAxis->range().upper > 6);
        const QImage picture = chart.grab().toImage();
        const auto colour = [&](double x, double y) {
            return picture.pixelColor(qRound(chart.xAxis->coordToPixel(x)), qRound(chart.yAxis->coordToPixel(y)));
        };
        QCOMPARE(colour(32, 2), colour(160, 5));  // inside two bars
        QVERIFY(colour(32, 2) != colour(32, 5));  // above one
        QVERIFY(colour(96, 2) != colour(160, 5)); // an empty one
    }

    void barsFromALimitOnAreMarked() {
        BarChart chart(ChartBase::Size::Large);
        chart.setBars({5, 5, 5}, 10);
        chart.setMarkedFrom(20);
        chart.resize(400, 300);
        (void)chart.grab();

        auto* bars = qobject_cast<QCPBars*>(chart.plottable(0));
        auto* marked = qobject_cast<QCPBars*>(chart.plottable(1));

        QCOMPARE(bars->dataCount(), 2);
        QCOMPARE(marked->dataCount(), 1);
        QVERIFY(bars->brush().style() != marked->brush().style()); // not by colour alone
    }

    void theCardSaysWhatABarHolds() {
        BarChart chart(ChartBase::Size::Large);
        chart.setBars({3, 4}, 100);
        chart.resize(400, 300);
        (void)chart.grab();
        const QPointF point(chart.xAxis->coordToPixel(120), chart.axisRect()->rect().center().y());
        QMouseEvent move(QEvent::MouseMove, point, chart.mapToGlobal(point), Qt::NoButton, Qt::NoButton,
                         Qt::NoModifier);

        QCoreApplication::sendEvent(&chart, &move);

        QCOMPARE(chart.findChild<QLabel*>("hoverCard")->text(), "100 to 200: 4");
    }

    void emptyItSaysWhatWillAppear() {
        BarChart chart(ChartBase::Size::Large);
        chart.setEmptyText("Lengths appear here.");
        chart.resize(400, 300);
        (void)chart.grab();

        QVERIFY(!chart.xAxis->visible());
        QCOMPARE(chart.emptyText(), "Lengths appear here.");
    }
};

FETTLE_TEST(BarChartTest)
#include "bar_chart_test.moc"
