#include "ui/pages/runs/run_charts.h"

#include "ui/widgets/charts/metric_plot.h"
#include "ui/widgets/style.h"

#include <QHBoxLayout>
#include <QScrollArea>

#include <algorithm>

namespace fettle::ui {

namespace {

constexpr int kSmallHeight = 128, kSmallWidth = 260, kLossHeight = 260, kRoomForBoth = 500;

ObjectiveConfig objectiveOf(const RunRecord* record) {
    return record != nullptr && record->config() ? record->config()->objective : ObjectiveConfig();
}

} // namespace

RunCharts::RunCharts(QWidget* parent)
    : QWidget(parent), m_loss(new MetricPlot(MetricPlot::Size::Large)), m_area(new QScrollArea),
      m_row(new QHBoxLayout(this)), m_column(new QVBoxLayout) {
    m_loss->setObjectName(QStringLiteral("lossChart"));
    m_loss->setAccessibleDescription(tr("The same numbers are in the tab Table."));
    m_loss->setEmptyText(tr("The loss appears here with the first step."));
    auto* inside = new QWidget;
    inside->setLayout(m_column);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(kGap);
    m_area->setWidget(inside);
    m_area->setWidgetResizable(true);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(kGroupGap);
    m_row->addWidget(m_area);
    m_column->addStretch();
    connect(m_loss, &MetricPlot::settingsChanged, this, [this] {
        for (MetricPlot* plot : m_small)
            follow(plot);
    });
    connect(m_loss, &MetricPlot::viewChanged, this, [this](double from, double to) { showView(m_loss, from, to); });
    showMetrics();
    placeLoss();
}

void RunCharts::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    placeLoss();
}

// Beside the small charts where both have room, else above them.
void RunCharts::placeLoss() {
    const bool isBeside = width() >= scaled(kRoomForBoth);
    m_area->setMinimumWidth(isBeside ? scaled(kSmallWidth) : 0);
    m_area->setMaximumWidth(isBeside ? scaled(kSmallWidth) : QWIDGETSIZE_MAX);
    m_loss->setMinimumHeight(isBeside ? 0 : scaled(kLossHeight));
    if (isBeside && m_row->indexOf(m_loss) < 0) m_row->insertWidget(0, m_loss, 1);
    if (!isBeside && m_column->indexOf(m_loss) < 0) m_column->insertWidget(0, m_loss);
}

void RunCharts::setRecord(RunRecord* record) {
    if (m_record != nullptr) disconnect(m_record, nullptr, this, nullptr);
    m_record = record;
    m_loss->clearCurves();
    for (MetricPlot* plot : m_small)
        plot->clearCurves();
    showMetrics();
    if (record == nullptr) return;
    connect(record, &RunRecord::loaded, this, &RunCharts::showMetrics);
    connect(record, &RunRecord::changed, this, &RunCharts::showMetrics);
}

// Called with every change of the run; it is one only with another record, method or figure.
void RunCharts::showMetrics() {
    const ObjectiveConfig objective = objectiveOf(m_record);
    const Metric loss = metricNamed("loss", objective);
    if (m_loss->metric().unit != loss.unit || m_loss->curveCount() == 0) {
        m_loss->setMetric(loss);
        if (m_record != nullptr) m_loss->addCurve(&m_record->metrics(), m_record->name());
    }
    const auto wanted = wantedMetrics(objective);
    const auto isShown = [](const MetricPlot* plot, const Metric& metric) {
        return plot->metric().name == metric.name;
    };
    if (!std::ranges::equal(m_small, wanted, isShown)) showSmall(wanted);
    for (MetricPlot* plot : m_small)
        if (m_record != nullptr && plot->curveCount() == 0) plot->addCurve(&m_record->metrics(), m_record->name());
}

// What the run reports. Before it does, what runs of its method report.
std::vector<Metric> RunCharts::wantedMetrics(const ObjectiveConfig& objective) const {
    const QStringList reported = m_record != nullptr ? m_record->metrics().stepKeys() : QStringList();
    std::vector<Metric> wanted;
    for (const Metric& metric : metricCatalogue()) {
        const bool isExpected = isReportedBy(metric, objective) && (reported.isEmpty() || metric.objectives.empty());
        if (metric.place == MetricPlace::SmallChart &&
            (isExpected || reported.contains(QString::fromStdString(metric.name))))
            wanted.push_back(metric);
    }
    for (const QString& key : reported)
        if (Metric metric = metricNamed(key.toStdString()); placeInCatalogue(metric) == metricCatalogue().size())
            wanted.push_back(std::move(metric));
    const QStringList evaluated = m_record != nullptr ? m_record->metrics().evaluationKeys() : QStringList();
    for (const QString& key : evaluated)
        if (const Metric metric = metricNamed(key.toStdString()); !metric.set.empty())
            wanted.push_back(metricNamed(metric.set + "_loss"));
    for (const Metric& metric : metricCatalogue()) // of held-out answers, where no step reports them
        if (metric.place == MetricPlace::SmallChart && isByRewards(metric) &&
            evaluated.contains(QStringLiteral("eval_") + QString::fromStdString(metric.name)) &&
            !reported.contains(QString::fromStdString(metric.name)))
            wanted.push_back(metric);
    return wanted;
}

void RunCharts::showSmall(const std::vector<Metric>& metrics) {
    for (MetricPlot* plot : m_small)
        delete plot;
    m_small.clear();
    for (const Metric& metric : metrics) {
        MetricPlot* plot = makeSmall(metric);
        m_column->insertWidget(m_column->count() - 1, plot); // before the stretch
        m_small.push_back(plot);
    }
}

MetricPlot* RunCharts::makeSmall(const Metric& metric) {
    auto* plot = new MetricPlot(MetricPlot::Size::Small);
    plot->setObjectName(QStringLiteral("chart.") + QString::fromStdString(metric.name));
    plot->setMetric(metric);
    plot->setEmptyText(QStringLiteral("\u2013"));
    plot->setFixedHeight(scaled(kSmallHeight));
    follow(plot);
    connect(plot, &MetricPlot::viewChanged, this, [this, plot](double from, double to) { showView(plot, from, to); });
    return plot;
}

void RunCharts::showView(const MetricPlot* source, double from, double to) {
    if (source != m_loss) m_loss->setView(from, to);
    for (MetricPlot* plot : m_small)
        if (plot != source) plot->setView(from, to);
}

// The loss's axis and smoothing are all charts'.
void RunCharts::follow(MetricPlot* plot) {
    plot->setXAxis(m_loss->xAxis());
    plot->setSmoothing(m_loss->smoothing());
}

} // namespace fettle::ui
