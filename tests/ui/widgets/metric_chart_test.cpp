#include "ui/widgets/charts/metric_chart.h"

#include "tests/support/fail_on_warning.h"
#include "tests/support/test_main.h"
#include "ui/models/headline.h"
#include "ui/models/metric_table_model.h"
#include "ui/text/metrics.h"
#include "ui/widgets/style.h"

#include <QLabel>
#include <QSignalSpy>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <functional>
#include <memory>

using namespace fettle;
using namespace fettle::ui;

namespace {

// Far from each other by 0, alike by 1.
double share(const QColor& pixel, const QColor& from, const QColor& to) {
    const double whole = to.redF() - from.redF() + to.greenF() - from.greenF() + to.blueF() - from.blueF();
    return (pixel.redF() - from.redF() + pixel.greenF() - from.greenF() + pixel.blueF() - from.blueF()) / whole;
}

} // namespace

class MetricChartTest : public QObject {
    Q_OBJECT

    static void addSteps(MetricModel& model, int first, int last, const std::function<Json(int)>& figures) {
        for (int step = first; step <= last; ++step)
            model.edit().steps.append(step, step * 100.0, step * 0.5, figures(step));
        model.notifyAppended();
    }
    static Json flat(int) { return {{"loss", 1.0}, {"learning_rate", 2e-4}}; }

    // Drawn with all that came until now.
    static std::unique_ptr<MetricChart> drawn(MetricModel& model, const Metric& metric,
                                              ChartBase::Size size = ChartBase::Size::Large) {
        auto chart = std::make_unique<MetricChart>(size);
        chart->setMetric(metric);
        chart->addCurve(&model, "run");
        chart->resize(400, 300);
        (void)chart->grab();
        return chart;
    }
    template <class Item>
    static Item* itemOf(const MetricChart& chart, const QString& text) {
        for (int i = 0; i < chart.itemCount(); ++i)
            if (auto* item = qobject_cast<Item*>(chart.item(i)); item != nullptr && item->text() == text) return item;
        return nullptr;
    }
    // How thick a level line is, in pixels, in a column of the picture.
    static double thickness(MetricChart& chart, const QColor& color) {
        const QImage picture = chart.grab().toImage();
        const QRect inside = chart.axisRect()->rect();
        const QColor card = ink(Ink::Card, chart.palette());
        double sum = 0;
        const int y = qRound(chart.yAxis->coordToPixel(chart.graph(0)->data()->constBegin()->value));
        for (int i = -4; i <= 4; ++i)
            sum += share(picture.pixelColor(inside.center().x() + 7, y + i), card, color);
        return sum;
    }
    static QLabel* hover(MetricChart& chart, double key) {
        const QRect inside = chart.axisRect()->rect();
        const int x = std::clamp(qRound(chart.xAxis->coordToPixel(key)), inside.left(), inside.right());
        const QPoint point(x, inside.center().y());
        QMouseEvent move(QEvent::MouseMove, QPointF(point), chart.mapToGlobal(QPointF(point)), Qt::NoButton,
                         Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(&chart, &move);
        return chart.window()->findChild<QLabel*>("hoverCard");
    }

private Q_SLOTS:
    void init() {
        test::failOnWarning();
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    }
    void cleanupTestCase() { QLocale::setDefault(QLocale::c()); }

    void aSmoothedLineIsTwoPixels() {
        MetricModel model;
        addSteps(model, 1, 50, flat);
        const auto chart = drawn(model, metricNamed("loss"));

        const double pixels = thickness(*chart, ink(Ink::Accent, chart->palette()));

        QVERIFY2(std::abs(pixels - 2) < 0.35, qPrintable(QString::number(pixels)));
    }

    void exactFiguresAreNotSmoothed_data() {
        QTest::addColumn<QString>("name");
        for (const char* name : {"learning_rate", "memory_bytes", "tokens_per_second"})
            QTest::newRow(name) << name;
    }
    void exactFiguresAreNotSmoothed() {
        QFETCH(QString, name);
        MetricModel model;
        addSteps(model, 1, 50, [&](int step) { return Json{{name.toStdString(), step % 2 == 0 ? 1e-4 : 2e-4}}; });

        const auto chart = drawn(model, metricNamed(name.toStdString()));
        chart->setSmoothing(0.9);
        (void)chart->grab();

        QCOMPARE(chart->smoothing(), 0.0);
        QCOMPARE(chart->graph(1)->dataCount(), 0); // no other line
        QCOMPARE(chart->graph(0)->pen().widthF(), 2.0);
    }

    void headerLabelTableAndCardSayOneNumber() {
        MetricModel model;
        addSteps(model, 1, 20, [](int step) { return Json{{"loss", 2.0 / std::sqrt(step) + (step % 2) * 0.3}}; });
        const double last = model.values("loss").back();
        const QString figure = figureText(metricNamed("loss"), last);

        const auto chart = drawn(model, metricNamed("loss"));
        MetricTableModel table;
        table.setMetrics(&model);

        QVERIFY(itemOf<QCPItemText>(*chart, figure) != nullptr); // the label at the line's end
        QCOMPARE(table.index(19, 1).data().toString(), figure);
        QCOMPARE(headline(model, RunConfig()), QStringList{"Loss " + figure});
        QVERIFY(hover(*chart, 20)->text().contains("Loss: " + figure));
    }

    void marksAtTheEdgeAreWhole() {
        MetricModel model;
        addSteps(model, 1, 20, [](int) { return Json{{"loss", 1.0}}; });
        model.edit().evaluations.append(20, 2000, 10, {{"eval_loss", 2.0}});
        model.notifyAppended();

        const auto chart = drawn(model, metricNamed("loss"));
        const QImage picture = chart->grab().toImage();

        const QPoint mark(qRound(chart->xAxis->coordToPixel(20)), qRound(chart->yAxis->coordToPixel(2.0)));
        QRect outline;
        for (int x = -9; x <= 9; ++x)
            for (int y = -9; y <= 9; ++y)
                if (share(picture.pixelColor(mark + QPoint(x, y)), ink(Ink::Card, chart->palette()),
                          ink(Ink::Text, chart->palette())) > 0.4)
                    outline |= QRect(mark + QPoint(x, y), QSize(1, 1));
        QVERIFY2(outline.right() - mark.x() >= 3, qPrintable(QString::number(outline.right() - mark.x())));
        QVERIFY(std::abs((outline.right() - mark.x()) - (mark.x() - outline.left())) <= 1);
    }

    void theLegendTellsTheValidation() {
        MetricModel model;
        addSteps(model, 1, 20, flat);
        const auto chart = drawn(model, metricNamed("loss"));
        QVERIFY(!chart->legend->visible()); // one line needs none

        model.edit().evaluations.append(20, 2000, 10, {{"eval_loss", 1.1}});
        model.notifyAppended();

        QTRY_VERIFY((chart->grab(), chart->legend->visible()));
        QStringList names;
        for (int i = 0; i < chart->legend->itemCount(); ++i)
            names << qobject_cast<QCPPlottableLegendItem*>(chart->legend->item(i))->plottable()->name();
        QCOMPARE(names, QStringList({"training", "validation"}));
    }

    void theCardIsNamedAndWholeOverASmallChart() {
        MetricModel model;
        addSteps(model, 1, 20, flat);
        QWidget window;
        window.resize(190, 110);
        auto* chart = new MetricChart(ChartBase::Size::Small);
        chart->setMetric(metricNamed("learning_rate"));
        chart->addCurve(&model, "run");
        auto* layout = new QVBoxLayout(&window);
        layout->addWidget(chart);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        (void)window.grab();

        for (const double step : {1.0, 10.0, 20.0}) {
            QLabel* card = hover(*chart, step);

            QVERIFY(card->isVisible());
            QCOMPARE(card->text(), QStringLiteral("Step %1\nLearning rate: 2e-4").arg(step));
            QVERIFY(window.rect().contains(card->geometry()));
            QVERIFY(card->width() >= card->sizeHint().width() && card->height() >= card->sizeHint().height());
        }
    }

    void theCardOfSeveralRunsLeavesOutThoseThatAreOver() {
        MetricModel longRun, shortRun;
        addSteps(longRun, 1, 20, flat);
        addSteps(shortRun, 1, 10, flat);
        const auto chart = drawn(shortRun, metricNamed("loss"));
        chart->addCurve(&longRun, "long");
        (void)chart->grab();

        QVERIFY(hover(*chart, 5)->text().contains("run: 1.000"));
        QCOMPARE(hover(*chart, 15)->text(), "Step 15\nlong: 1.000");
    }

    void nothingIsDrawnWhereNothingIsSeen() {
        MetricModel model;
        addSteps(model, 1, 10, flat);
        QWidget window;
        auto* chart = new MetricChart(ChartBase::Size::Large, &window);
        chart->resize(300, 200);
        chart->addCurve(&model, "run");
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        (void)window.grab();
        chart->hide();
        QSignalSpy drawings(chart, &QCustomPlot::afterReplot);

        for (int i = 0; i < 5; ++i) {
            chart->resize(300 + i, 200);
            chart->setScale(i % 2 == 0 ? Scale::Logarithmic : Scale::Linear);
            chart->resetView();
            QCoreApplication::processEvents();
        }
        QCOMPARE(drawings.size(), 0);

        chart->setVisible(true);
        QTRY_COMPARE(drawings.size(), 1);
        QCoreApplication::processEvents();
        QCOMPARE(drawings.size(), 1);
    }

    // One outline of thousands of strokes takes a second to fill, line by line a hundredth.
    void aCrowdIsDrawnLineByLine() {
        MetricModel model;
        addSteps(model, 1, 5000, [](int step) { return Json{{"loss", step % 7}}; });
        const auto chart = drawn(model, metricNamed("loss"));
        const bool isAll = chart->plottingHints().testFlag(QCP::phFastPolylines);
        const int drawnOfAll = chart->graph(0)->dataCount();

        chart->setView(100, 200);
        (void)chart->grab();

        QVERIFY(isAll);
        QVERIFY2(drawnOfAll <= 4 * chart->width(), qPrintable(QString::number(drawnOfAll)));
        QCOMPARE(chart->graph(0)->dataCount(), 103); // and one beyond either end
        QVERIFY(!chart->plottingHints().testFlag(QCP::phFastPolylines));
        QVERIFY(chart->graph(0)->antialiased());
    }

    void aWheelOverASmallChartIsThePages() {
        MetricModel model;
        addSteps(model, 1, 100, flat);
        const auto turn = [](MetricChart& chart) {
            const QPointF middle = chart.axisRect()->rect().center();
            QWheelEvent event(middle, chart.mapToGlobal(middle), {}, QPoint(0, 120), Qt::NoButton, Qt::NoModifier,
                              Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(&chart, &event);
            return event.isAccepted();
        };
        const auto small = drawn(model, metricNamed("loss"), ChartBase::Size::Small);
        const auto large = drawn(model, metricNamed("loss"));

        QVERIFY(!turn(*small));
        QCOMPARE(small->xAxis->range().size(), 99.0);
        QVERIFY(turn(*large));
        QCOMPARE(large->xAxis->range().size(), 0.8 * 99.0);
    }

    void aFewBytesAreNoMountain() {
        MetricModel model;
        addSteps(model, 1, 10, [](int step) { return Json{{"memory_bytes", 32'000'000 + step % 2}}; });
        const auto chart = drawn(model, metricNamed("memory_bytes"));

        QVERIFY(chart->yAxis->range().size() >= 0.002 * 32e6);
        for (const QString& label : chart->yAxis->tickVectorLabels())
            QVERIFY2(label.size() <= QString("32.001 MB").size(), qPrintable(label));
    }

    void zoomingOutEndsAtEverything() {
        MetricModel model;
        addSteps(model, 1, 100, flat);
        const auto chart = drawn(model, metricNamed("loss"));
        QTest::keyClick(chart.get(), Qt::Key_Plus);
        for (int i = 0; i < 20; ++i)
            QTest::keyClick(chart.get(), Qt::Key_Right);
        QCOMPARE(chart->xAxis->range().upper, 100.0); // and not beyond

        QTest::keyClick(chart.get(), Qt::Key_Minus);
        QTest::keyClick(chart.get(), Qt::Key_Minus);
        QCOMPARE(chart->xAxis->range(), QCPRange(1, 100));
    }

    void itFollowsTheTheme() {
        MetricModel model;
        addSteps(model, 1, 10, flat);
        const auto chart = drawn(model, metricNamed("loss"));

        chart->setPalette(paletteOf(Look::Dark));
        const QImage picture = chart->grab().toImage();

        QCOMPARE(picture.pixelColor(1, 1), ink(Ink::Card, Look::Dark));
    }
};

FETTLE_TEST(MetricChartTest)
#include "metric_chart_test.moc"
