#include "ui/widgets/charts/metric_plot.h"

#include "tests/support/fail_on_warning.h"
#include "tests/support/test_main.h"
#include "ui/widgets/message_strip.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace fettle;
using namespace fettle::ui;

class MetricPlotTest : public QObject {
    Q_OBJECT

    static void addSteps(MetricModel& model, int first, int last) {
        for (int step = first; step <= last; ++step)
            model.edit().steps.append(step, step * 100.0, step * 0.5, Json{{"loss", 1.0 / step}});
        model.notifyAppended();
    }

private Q_SLOTS:
    void init() { fettle::test::failOnWarning(); }

    void drawsWhatArrives() {
        MetricModel model;
        MetricPlot plot;
        plot.resize(400, 300);
        plot.setEmptyText("The loss appears here.");
        plot.addCurve(&model, "loss");
        plot.show();
        const QImage empty = plot.grab().toImage();

        addSteps(model, 1, 50);

        QTRY_VERIFY(plot.grab().toImage() != empty);
    }

    void survivesItsModel() {
        MetricPlot plot;
        {
            MetricModel model;
            addSteps(model, 1, 5);
            plot.addCurve(&model, "loss");
        }
        plot.setSmoothing(0.9);
        plot.setXAxis(XAxis::Tokens);
        QVERIFY(!plot.grab().isNull());
    }

    void valuesThatAreNoNumbersAreGaps() {
        MetricModel model;
        model.edit().steps.append(1, 1, 1, Json{{"loss", "nan"}});
        model.edit().steps.append(2, 2, 2, Json{{"loss", 1.0}});
        MetricPlot plot;
        plot.addCurve(&model, "loss");
        plot.setLogarithmic(true);
        QVERIFY(!plot.grab().isNull());
    }

    void theButtonsChangeTheView() {
        MetricPlot plot;
        QSignalSpy changed(&plot, &MetricPlot::settingsChanged);

        plot.findChild<QPushButton*>("logButton")->click();

        QVERIFY(plot.isLogarithmic());
        QCOMPARE(changed.size(), 1);
    }

    void keysZoomAndPan() {
        MetricModel model;
        addSteps(model, 1, 100);
        MetricPlot plot;
        plot.resize(400, 300);
        plot.addCurve(&model, "loss");
        plot.show();
        QSignalSpy moved(&plot, &MetricPlot::viewChanged);
        auto* chart = plot.findChild<QWidget*>("chart");

        plot.resetView();
        QTest::keyClick(chart, Qt::Key_Plus);
        QCOMPARE(moved.size(), 1);
        const double width = moved[0][1].toDouble() - moved[0][0].toDouble();
        QVERIFY(width < 99 && width > 50); // 0.8 of 99 steps

        QTest::keyClick(chart, Qt::Key_Right);
        QCOMPARE(moved.size(), 2);
        QVERIFY(moved[1][0].toDouble() > moved[0][0].toDouble());
    }

    void savesPictures_data() {
        QTest::addColumn<QString>("name");
        QTest::newRow("png") << "chart.png";
        QTest::newRow("svg") << "chart.svg";
    }
    void savesPictures() {
        QFETCH(QString, name);
        const QTemporaryDir folder;
        MetricModel model;
        addSteps(model, 1, 20);
        MetricPlot plot;
        plot.addCurve(&model, "loss");
        QSignalSpy saved(&plot, &MetricPlot::saved);

        plot.savePicture(folder.filePath(name));

        QTRY_COMPARE(saved.size(), 1);
        QVERIFY(QFileInfo(folder.filePath(name)).size() > 500);
    }

    void saysWhyAPictureCannotBeSaved() {
        MetricPlot plot;

        plot.savePicture("/no such folder/chart.png");

        QTRY_VERIFY(!plot.findChild<ErrorStrip*>()->text().isEmpty());
    }

    void theLogarithmIsOfferedWhereTheLossFellFar_data() {
        QTest::addColumn<QString>("metric");
        QTest::addColumn<double>("last");
        QTest::addColumn<bool>("isOffered");
        QTest::newRow("a hundred times") << "loss" << 0.02 << true;
        QTest::newRow("less") << "loss" << 0.03 << false;
        QTest::newRow("not what is exact") << "learning_rate" << 0.0002 << false;
    }
    void theLogarithmIsOfferedWhereTheLossFellFar() {
        QFETCH(QString, metric);
        QFETCH(double, last);
        QFETCH(bool, isOffered);
        const std::string key = metric.toStdString();
        MetricModel model;
        model.edit().steps.append(1, 1, 1, Json{{key, 2.0}});
        model.edit().steps.append(2, 2, 2, Json{{key, last}});
        MetricPlot plot;
        plot.setMetric(metricNamed(key));
        plot.addCurve(&model, "run");
        (void)plot.grab();
        auto* offer = plot.findChild<QPushButton*>("logOffer");
        QCOMPARE(offer->isVisibleTo(&plot), isOffered);

        if (isOffered) {
            offer->click();

            QVERIFY(plot.isLogarithmic());
            QVERIFY(!offer->isVisibleTo(&plot));
        }
    }
};

FETTLE_TEST(MetricPlotTest)
#include "metric_plot_test.moc"
