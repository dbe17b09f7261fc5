#include "ui/widgets/charts/metric_chart.h"

#include "ui/text/metrics.h"
#include "ui/widgets/charts/mark_graph.h"
#include "ui/widgets/style.h"

#include <algorithm>
#include <cmath>

namespace fettle::ui {

namespace {

constexpr double kDecadesApart = 100; // highest over lowest, from which the logarithm is offered
constexpr double kLeastAir = 1e-3;    // of the value: what differs by less is a level line, not a mountain
constexpr int kMostPoints = 4;        // a pixel of the width that are drawn of a line
constexpr int kBandLevel = 4;         // of LinePoints, from which a smoothed line is as restless as the raw one

QString xTitle(XAxis axis) {
    switch (axis) {
    case XAxis::Step:
        return MetricChart::tr("Step");
    case XAxis::Tokens:
        return MetricChart::tr("Tokens");
    case XAxis::Seconds:
        break;
    }
    return MetricChart::tr("Training time (h:mm:ss)");
}

// The values from `first` on, without those that are no numbers.
QVector<QCPGraphData> points(const std::vector<double>& xs, const std::vector<double>& ys, std::size_t first) {
    QVector<QCPGraphData> data;
    const std::size_t end = std::min(xs.size(), ys.size());
    data.reserve(static_cast<qsizetype>(end - std::min(end, first)));
    for (std::size_t i = first; i < end; ++i)
        if (std::isfinite(xs[i]) && std::isfinite(ys[i])) data.push_back({xs[i], ys[i]});
    return data;
}

} // namespace

MetricChart::MetricChart(Size size, QWidget* parent)
    : ChartBase(size, parent), m_metric(metricNamed("loss")), m_smoothing(m_metric.smoothing) {
    setAutoAddPlottableToLegend(false);
    showTickers();
}

void MetricChart::showTickers() {
    xAxis->setTicker(xTicker(m_axis));
    xAxis->setLabel(isSmall() ? QString() : xTitle(m_axis));
    yAxis->setTicker(yTicker(m_metric.unit, m_scale));
    yAxis->setScaleType(m_scale == Scale::Logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
}

void MetricChart::setMetric(const Metric& metric) {
    clearCurves();
    m_metric = metric;
    showTickers();
    recolour();
}

MetricChart::Curve MetricChart::makeCurve(MetricModel* model, const QString& name) {
    Curve curve{.model = model, .name = name};
    curve.raw.graph = addGraph();
    curve.smooth.graph = addGraph();
    curve.evaluations = new MarkGraph(xAxis, yAxis);
    curve.evaluations->setLineStyle(QCPGraph::lsNone);
    curve.label = new QCPItemText(this);
    curve.label->setClipToAxisRect(false);
    curve.label->position->setTypeX(QCPItemPosition::ptAxisRectRatio);
    curve.label->position->setTypeY(QCPItemPosition::ptPlotCoords);
    curve.label->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    curve.label->setPadding(QMargins(kTightGap, 0, 0, 0));
    return curve;
}

void MetricChart::addCurve(MetricModel* model, const QString& name) {
    m_curves.push_back(makeCurve(model, name));
    connect(model, &MetricModel::appended, this, &MetricChart::schedule);
    connect(model, &MetricModel::wasReset, this, &MetricChart::refill);
    recolour();
}

void MetricChart::clearCurves() {
    for (const Curve& curve : m_curves) {
        if (curve.model) disconnect(curve.model, nullptr, this, nullptr);
        removeItem(curve.label);
        for (QCPGraph* graph : {curve.raw.graph, curve.smooth.graph, curve.evaluations})
            removePlottable(graph);
    }
    m_curves.clear();
    m_lowest = m_highest = 0;
    m_isWide = false;
    resetView();
}

void MetricChart::refill() {
    for (Curve& curve : m_curves) {
        curve.raw.points.clear();
        curve.smooth.points.clear();
        curve.evaluations->data()->clear();
        curve.shown = curve.evaluationsShown = 0;
    }
    m_lowest = m_highest = 0;
    schedule();
}

void MetricChart::takeValues() {
    for (Curve& curve : m_curves)
        append(curve);
    showLegend();
    lookForDecades();
}

void MetricChart::append(Curve& curve) {
    if (!curve.model) return;
    const QString key = QString::fromStdString(m_metric.name);
    const auto& xs = curve.model->x(m_axis);
    const auto& raw = curve.model->values(key);
    const auto fresh = points(xs, raw, curve.shown);
    for (const QCPGraphData& point : fresh) {
        if (point.value <= 0) continue;
        m_lowest = m_lowest > 0 ? std::min(m_lowest, point.value) : point.value;
        m_highest = std::max(m_highest, point.value);
    }
    curve.raw.points.append(fresh);
    if (smoothing() > 0) curve.smooth.points.append(points(xs, curve.model->smoothed(key, smoothing()), curve.shown));
    curve.shown = raw.size();
    const auto& evaluations = curve.model->history().evaluations;
    const auto& scores = evaluations.values(MetricModel::evaluationKeyOf(key));
    curve.evaluations->data()->add(points(evaluations.x(m_axis), scores, curve.evaluationsShown), true);
    curve.evaluationsShown = scores.size();
}

void MetricChart::lookForDecades() {
    const bool isWide = m_metric.better == Better::Lower && !m_metric.isExact() && m_lowest > 0 &&
                        m_highest >= kDecadesApart * m_lowest;
    if (isWide && !m_isWide) Q_EMIT widened();
    m_isWide = isWide;
}

const MetricChart::Line& MetricChart::lineOf(const Curve& curve) const {
    return smoothing() > 0 ? curve.smooth : curve.raw;
}

std::optional<QCPRange> MetricChart::reach() const {
    std::optional<QCPRange> all;
    for (const Curve& curve : m_curves) {
        if (curve.raw.points.isEmpty()) continue;
        const QCPRange own = curve.raw.points.keys();
        all = all ? QCPRange(std::min(all->lower, own.lower), std::max(all->upper, own.upper)) : own;
    }
    return all;
}

// A line that passes a column of pixels several times has no joins that could be seen, and its outline as one shape
// would take Qt a second to fill; where it is a band, its edges need no smoothing.
void MetricChart::showLines() {
    bool isCrowded = false;
    const auto show = [&](const Line& line, int bandLevel) {
        const auto [points, level] = line.points.seen(xAxis->range(), std::ptrdiff_t{kMostPoints} * width());
        line.graph->data()->set(points, true);
        line.graph->setAntialiased(level < bandLevel);
        isCrowded = isCrowded || level > 0;
    };
    for (const Curve& curve : m_curves) {
        show(curve.raw, 1);
        show(curve.smooth, kBandLevel);
    }
    setPlottingHint(QCP::phFastPolylines, isCrowded);
}

// To what can be seen, with a little air; a peak of the raw curve may not be cut.
void MetricChart::fitValues() {
    showLines();
    const auto domain = m_scale == Scale::Logarithmic ? QCP::sdPositive : QCP::sdBoth;
    double low = INFINITY, high = -INFINITY;
    for (const Curve& curve : m_curves) {
        for (const QCPGraph* graph : {curve.raw.graph, curve.evaluations}) {
            bool isFound = false;
            const QCPRange own = graph->getValueRange(isFound, domain, xAxis->range());
            if (!isFound) continue;
            low = std::min(low, own.lower);
            high = std::max(high, own.upper);
        }
    }
    if (low > high) return;
    if (m_scale == Scale::Logarithmic) return yAxis->setRange(low / 1.15, high * 1.15);
    const double size = std::max(std::abs(low), std::abs(high));
    const double air = high > low ? std::max((high - low) * 0.06, size * kLeastAir) : std::max(1e-12, size * 0.5);
    const bool isNearZero = low >= 0 && low < (high - low) * 0.25;
    yAxis->setRange(isNearZero ? 0 : low - air, high + air);
}

void MetricChart::setAxis(XAxis axis) {
    m_axis = axis;
    showTickers();
    refill();
    resetView();
}

void MetricChart::setSmoothing(double weight) {
    m_smoothing = weight;
    refill();
    recolour();
}

void MetricChart::setScale(Scale scale) {
    m_scale = scale;
    showTickers();
    refresh();
}

} // namespace fettle::ui
