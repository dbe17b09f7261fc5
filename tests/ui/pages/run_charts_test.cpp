#include "tests/ui/pages/studio.h"

#include "ui/pages/runs/runs_page.h"
#include "ui/widgets/charts/metric_plot.h"
#include "ui/widgets/label.h"
#include "ui/widgets/state_chip.h"

#include <QLocale>
#include <QTableView>

using namespace fettle;
using namespace fettle::ui;
using fettle::test::FakeEngine;
using fettle::test::Studio;

namespace {

// Each line an event, as the engine tells them.
const char* const kPreferenceRun =
    "begin 2\n"
    R"(event {"type":"plan","steps":2,"tokens":200,"ledger":{"weights":5600000,"adapter":800000,"gradients":800000,)"
    R"("optimizer":1600000,"activations":40000000,"loss":20000000,"runtime":30000000,"overlap":800000,"total":98000000}})"
    "\n"
    R"(event {"type":"step","step":1,"loss":0.6931,"grad_norm":1.5,"learning_rate":5e-6,"tokens":100,)"
    R"("tokens_per_second":4000,"memory_bytes":70000000,"measured_memory":{"weights":5600000,"adapter":800000,)"
    R"("gradients":800000,"optimizer":1600000,"activations":41000000,"loss":20200000,"runtime":39000000,)"
    R"("peak":70000000,"resident_peak":109000000},"rewards/chosen":0.0,"rewards/rejected":0.0,)"
    R"("rewards/accuracies":0.0,"rewards/margins":0.0,"logps/chosen":-80.5})"
    "\n"
    R"(event {"type":"step","step":2,"loss":0.5544,"grad_norm":1.2,"learning_rate":4e-6,"tokens":200,)"
    R"("tokens_per_second":4000,"memory_bytes":70000000,"rewards/chosen":0.125,"rewards/rejected":-0.1875,)"
    R"("rewards/accuracies":0.75,"rewards/margins":0.3125,"logps/chosen":-79.5})"
    "\n"
    R"(event {"type":"evaluation","step":2,"eval_loss":0.6,"eval_rewards/accuracies":0.625})"
    "\n"
    "end finished\n";

class Played {
public:
    Played(const char* script, const ObjectiveConfig& objective, const std::string& metric = "eval_loss")
        : m_engine(withScript(script)), studio(m_engine->program()) {
        const RunFolder folder{studio.homePath("runs").toStdString() + "/played"};
        makeFolder(folder.path());
        RunConfig config;
        config.name = "played";
        config.objective = objective;
        config.evaluation.metric = metric;
        writeJson(folder.configFile(), toJson(config));
        const QString path = QString::fromStdString(folder.path().string());
        studio.open("runsPage");
        studio.show();
        static_cast<RunsPage*>(studio.page("runsPage"))->showRun(path);
        studio.workspace.registry.enqueue(path);
    }
    [[nodiscard]] bool isFinished() const { return studio.find<StateChip>("runState")->state() == RunState::Finished; }

private:
    static std::unique_ptr<FakeEngine> withScript(const char* script) {
        auto engine = std::make_unique<FakeEngine>();
        engine->script("train", script);
        return engine;
    }
    std::unique_ptr<FakeEngine> m_engine;

public:
    Studio studio;
};

QStringList smallCharts(const Studio& studio) {
    QStringList names;
    for (auto* plot : studio.window.findChildren<MetricPlot*>())
        if (plot->objectName().startsWith("chart.")) names << plot->objectName().mid(6);
    return names;
}

} // namespace

class RunChartsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void cleanupTestCase() { QLocale::setDefault(QLocale::c()); }
    void init() { test::failOnWarnings(); }

    void aPreferenceRunShowsItsOwnFigures() {
        const Played run(kPreferenceRun, DpoObjective{});
        QTRY_VERIFY(run.isFinished());

        QTRY_COMPARE(smallCharts(run.studio),
                     QStringList({"rewards/accuracies", "rewards/margins", "rewards/chosen", "rewards/rejected",
                                  "learning_rate", "grad_norm", "tokens_per_second", "memory_bytes"}));
        const auto title = [&](const char* chart) {
            return run.studio.find<MetricPlot>(chart)->findChild<Label*>()->text();
        };
        QCOMPARE(title("lossChart"), "Loss (nats per pair)");
        QCOMPARE(title("chart.rewards/margins"), "Reward margin (nats)");
        QCOMPARE(title("chart.rewards/accuracies"), "Reward accuracy");
        const auto direction = [&](const char* chart) {
            return run.studio.find<MetricPlot>(chart)->findChild<Label*>("direction")->toolTip();
        };
        QCOMPARE(direction("chart.rewards/rejected"), "Lower is better.");
        QCOMPARE(direction("chart.rewards/chosen"), "Higher is better.");
        QCOMPARE(direction("chart.learning_rate"), "");
    }

    void theHeaderSaysWhatThePreferencesCameTo() {
        const Played run(kPreferenceRun, DpoObjective{}, "eval_rewards/accuracies");
        QTRY_VERIFY(run.isFinished());

        const QString figures = run.studio.find<Label>("runFigures")->text();
        QVERIFY2(figures.endsWith("Loss 0.5544 \u00B7 Reward accuracy 75.0 % \u00B7 Reward margin 0.3125 \u00B7 "
                                  "Reward accuracy (validation) 62.5 %"),
                 qPrintable(figures));
    }

    void beforeTheFirstStepTheChartsOfTheMethodWait() {
        const Played run("begin 10\nhold", OrpoObjective{});

        QTRY_VERIFY(smallCharts(run.studio).contains("log_odds_chosen"));
        QVERIFY(!smallCharts(run.studio).contains("mean_token_accuracy")); // ORPO reports none
        QTRY_COMPARE(run.studio.find<MetricPlot>("lossChart")->metric().unit, MetricUnit::Nats);
    }

    void chartsZoomTogether() {
        const Played run(kPreferenceRun, DpoObjective{});
        QTRY_VERIFY(run.isFinished());
        QTRY_VERIFY(smallCharts(run.studio).contains("rewards/margins"));
        auto* loss = run.studio.find<MetricPlot>("lossChart");
        auto* margins = run.studio.find<MetricPlot>("chart.rewards/margins");
        QTRY_VERIFY((loss->grab(), margins->grab(), loss->curveCount() == 1));
        QSignalSpy changed(loss, &MetricPlot::viewChanged);

        QTest::keyClick(loss->findChild<QWidget*>("chart"), Qt::Key_Plus);
        QCOMPARE(changed.size(), 1);

        // What is seen there already needs no zoom back: the other one stands where the first one went.
        QSignalSpy other(margins, &MetricPlot::viewChanged);
        QTest::keyClick(margins->findChild<QWidget*>("chart"), Qt::Key_Minus);
        QCOMPARE(other.size(), 1);
        QCOMPARE(other[0][1].toDouble() - other[0][0].toDouble(), 1.0); // from 0.8 to all of 1
    }

    void memoryIsPredictedAndMeasuredPartByPart() {
        const Played run(kPreferenceRun, DpoObjective{});
        QTRY_VERIFY(run.isFinished());

        const auto* model = run.studio.find<QTableView>("runMemory")->model();
        QStringList rows;
        for (int row = 0; row < model->rowCount(); ++row) {
            QStringList cells;
            for (int column = 0; column < model->columnCount(); ++column)
                cells << model->index(row, column).data().toString();
            rows << cells.join(" | ");
        }
        QCOMPARE(rows, QStringList({"Weights | 5.6 MB | 5.6 MB | 0 bytes", "Adapter | 800 kB | 800 kB | 0 bytes",
                                    "Gradients | 800 kB | 800 kB | 0 bytes", "Optimizer | 1.6 MB | 1.6 MB | 0 bytes",
                                    "Activations | 40 MB | 41 MB | +1 MB", "Loss | 20 MB | 20.2 MB | +200 kB",
                                    "Runtime | 30 MB | 39 MB | +9 MB",
                                    "Never at the same time | \u2212800 kB | \u2013 | \u2013",
                                    "Peak without the runtime | 68 MB | 70 MB | +2 MB",
                                    "Peak of the process | 98 MB | 109 MB | +11 MB"}));
        QCOMPARE(run.studio.find<Label>("memoryVerdict")->text(), // (109 - 98) / 109
                 "The prediction was 10 % below what was measured.");
    }
};

FETTLE_TEST(RunChartsTest)
#include "run_charts_test.moc"
