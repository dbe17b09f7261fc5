#include "app/studio/bench.h"

#include "app/studio/bench_files.h"
#include "app/studio/timed_application.h"
#include "ui/pages/runs/runs_page.h"
#include "ui/widgets/charts/metric_plot.h"
#include "ui/window/main_window.h"

#include <QEventLoop>
#include <QProcess>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <functional>

namespace fettle {

namespace {

constexpr int kRepeats = 5;
constexpr int kSteps = 10'000;
constexpr int kRows = 100'000;
constexpr int kRuns = 1'000, kStepsEach = 200;
constexpr int kPoints = 1'000'000;
constexpr int kFrames = 60;
constexpr int kStreamMs = 5000;

// Calls back at the first paint event of what it watches.
class PaintWatch : public QObject {
public:
    PaintWatch(QWidget& widget, std::function<void()> painted) : QObject(&widget), m_painted(std::move(painted)) {
        widget.installEventFilter(this);
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint) {
            watched->removeEventFilter(this);
            QTimer::singleShot(0, this, m_painted); // after the event, when the picture stands
        }
        return false;
    }

private:
    std::function<void()> m_painted;
};

template <class Value>
Value median(std::vector<Value> values) {
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

template <class Measure>
double medianOf(Measure measure) {
    std::vector<double> values;
    values.reserve(kRepeats);
    for (int i = 0; i < kRepeats; ++i)
        values.push_back(measure());
    return median(values);
}

// From the start of the process to its first picture, the loading of libraries included.
double firstPaintMs(const QString& settings) {
    QElapsedTimer timer;
    timer.start();
    QProcess child;
    child.start(QApplication::applicationFilePath(),
                {QStringLiteral("--settings"), settings, QStringLiteral("--exit-after-paint")});
    child.waitForFinished();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

double openRunMs(ui::MainWindow& window, const QString& folder) {
    window.pageSet().show(ui::PageSet::indexOf(QStringLiteral("runs")));
    auto* page = window.pageSet().page<ui::RunsPage>();
    QApplication::processEvents();
    QEventLoop loop;
    QElapsedTimer timer;
    timer.start();
    page->showRun(folder);
    ui::RunRecord* record = window.workspace().registry.record(folder);
    const auto waitForPicture = [&] {
        for (auto* chart : page->findChildren<QWidget*>(QStringLiteral("chart")))
            if (chart->isVisible()) {
                new PaintWatch(*chart, [&loop] { loop.quit(); });
                return;
            }
        loop.quit();
    };
    if (record->isLoaded())
        QTimer::singleShot(0, &window, waitForPicture);
    else
        QObject::connect(record, &ui::RunRecord::loaded, &loop, waitForPicture);
    loop.exec();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

// From the asking to the list, as at a start: nothing is in memory.
double listRunsMs(const QString& runs) {
    ui::RunRegistry registry(ui::EngineProgram::find(), runs);
    QEventLoop loop;
    QObject::connect(&registry.list(), &ui::RunsModel::refreshed, &loop, &QEventLoop::quit);
    QElapsedTimer timer;
    timer.start();
    registry.refresh();
    loop.exec();
    return static_cast<double>(timer.nsecsElapsed()) / 1e6;
}

void printRunsListed(const QString& runs) {
    for (int run = 0; run < kRuns; ++run)
        writeRunFolder(runs + QStringLiteral("/run-%1").arg(run), kStepsEach);
    const double firstMs = listRunsMs(runs);
    std::printf("1,000 runs listed      %8.0f ms (at most 300); never seen before %.0f ms\n",
                medianOf([&] { return listRunsMs(runs); }), firstMs);
    std::fflush(stdout);
}

void fillWithPoints(ui::MetricModel& model) {
    ui::MetricHistory& history = model.edit();
    for (int step = 1; step <= kPoints; ++step)
        history.steps.append(step, step * 512.0, step * 0.05,
                             Json{{"loss", 1.0 + (step % 1000 * 919 % 1000) / 1000.0}});
    model.notifyReset();
}

void waitForPaint(QWidget& widget) {
    QEventLoop loop;
    new PaintWatch(widget, [&loop] { loop.quit(); });
    widget.update();
    loop.exec();
}

// Each frame is waited for: a picture that was not drawn counts nowhere.
double framesPerSecond(ui::MetricPlot& plot) {
    auto* chart = plot.findChild<QWidget*>(QStringLiteral("chart"));
    waitForPaint(*chart); // the window may not have come up yet
    QElapsedTimer timer;
    timer.start();
    for (int frame = 0; frame < kFrames; ++frame) {
        plot.setView(frame * 1000.0, frame * 1000.0 + kPoints * 0.9);
        waitForPaint(*chart);
    }
    return kFrames / (static_cast<double>(timer.nsecsElapsed()) / 1e9);
}

struct LongestEvent {
    double ms = 0.0;
    QByteArray name;
    bool operator<(const LongestEvent& other) const { return ms < other.ms; }
};

// A hundred events a second arrive while a large file is read and counted.
LongestEvent longestEvent(TimedApplication& application, ui::MainWindow& window, const QString& run,
                          const QString& rows) {
    QEventLoop loop;
    QTimer stream;
    int step = kSteps;
    QObject::connect(&stream, &QTimer::timeout, &window,
                     [&] { window.workspace().registry.record(run)->append({stepEvent(++step)}); });
    application.startMeasuring();
    stream.start(10);
    window.pageSet().open({rows});
    QTimer::singleShot(kStreamMs, &loop, &QEventLoop::quit);
    loop.exec();
    return {application.longestMs(), application.longestName()};
}

} // namespace

void quitAfterPaint(QWidget& window) {
    new PaintWatch(window, [] { QApplication::quit(); });
}

int runBench(TimedApplication& application) {
    const QTemporaryDir folder;
    const QString run = folder.filePath(QStringLiteral("runs/bench"));
    const QString rows = folder.filePath(QStringLiteral("rows.jsonl"));
    const QString settingsFile = folder.filePath(QStringLiteral("settings.ini"));
    writeRunFolder(run, kSteps);
    writeChatRows(rows, kRows);

    std::printf("first paint            %8.0f ms (at most 300)\n",
                medianOf([&] { return firstPaintMs(settingsFile); }));
    std::fflush(stdout);
    printRunsListed(folder.filePath(QStringLiteral("many")));
    std::vector<double> openings;
    std::vector<LongestEvent> events;
    for (int i = 0; i < kRepeats; ++i) {
        ui::Settings settings(settingsFile);
        settings.setRunsFolder(folder.filePath(QStringLiteral("runs")));
        ui::Workspace workspace(ui::EngineProgram::find(), settings);
        ui::MainWindow window(workspace);
        window.resize(1280, 800);
        window.show();
        openings.push_back(openRunMs(window, run));
        events.push_back(longestEvent(application, window, run, rows));
    }
    std::printf("run of 10,000 steps    %8.0f ms (at most 300)\n", median(openings));
    std::fflush(stdout);
    ui::MetricModel model;
    fillWithPoints(model);
    ui::MetricPlot plot;
    plot.addCurve(&model, QStringLiteral("loss"));
    plot.resize(900, 500);
    plot.show();
    std::printf("a million points panned%8.0f frames/s (at least 60)\n",
                medianOf([&] { return framesPerSecond(plot); }));
    const LongestEvent event = median(events);
    std::printf("longest event          %8.1f ms (at most 16), %s\n", event.ms, event.name.constData());
    return 0;
}

} // namespace fettle
