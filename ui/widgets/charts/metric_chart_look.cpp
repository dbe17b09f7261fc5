#include "ui/text/metrics.h"
#include "ui/widgets/charts/metric_chart.h"
#include "ui/widgets/style.h"

#include <algorithm>
#include <cmath>

// How a metric's curves look, and what stands beside them: labels at their ends, legend, card of values.
namespace fettle::ui {

namespace {

constexpr double kRawShare = 0.35;
constexpr double kLineWidth = 2, kThinWidth = 1;
constexpr int kLongestName = 110;

bool isEmpty(const QCPGraph& graph) {
    return graph.data()->isEmpty();
}

} // namespace

void MetricChart::applyColours() {
    ChartBase::applyColours();
    for (std::size_t i = 0; i < m_curves.size(); ++i)
        colourCurve(i);
    legend->setFont(fontOf(TextRole::Secondary));
    legend->setTextColor(ink(Ink::Secondary, palette()));
    legend->setBrush(ink(Ink::Card, palette()));
    legend->setBorderPen(Qt::NoPen);
    legend->setIconSize(QSize(scaled(18), scaled(12)));
    legend->setRowSpacing(0);
    legend->setMargins(QMargins(kTightGap, 0, kTightGap, 0));
    // Where the curve is not: what falls ends at the bottom right, what rises at the top right.
    const bool rises = m_metric.better == Better::Higher;
    axisRect()->insetLayout()->setInsetAlignment(0, Qt::AlignRight | (rises ? Qt::AlignBottom : Qt::AlignTop));
}

void MetricChart::colourCurve(std::size_t place) {
    static constexpr Qt::PenStyle kDashes[] = {Qt::SolidLine, Qt::DashLine, Qt::DashDotLine, Qt::DotLine,
                                               Qt::DashDotDotLine};
    const QColor card = ink(Ink::Card, palette());
    const QColor color = isAlone() ? ink(Ink::Accent, palette()) : seriesInk(static_cast<int>(place) + 2, palette());
    const QPen line(color, kLineWidth, isAlone() ? Qt::SolidLine : kDashes[place % std::size(kDashes)]);
    Curve& curve = m_curves[place];
    curve.raw.graph->setPen(smoothing() > 0 ? QPen(blended(color, card, kRawShare), kThinWidth) : line);
    curve.smooth.graph->setPen(line);
    curve.evaluations->setScatterStyle(QCPScatterStyle(QCPScatterStyle::ssDiamond, QPen(ink(Ink::Text, palette()), 1),
                                                       color, scaled(isSmall() ? 6 : 9)));
    curve.label->setColor(color);
    curve.label->setFont(fontOf(TextRole::Secondary));
}

// What the line and the marks are, as soon as there is more than a line to tell.
void MetricChart::showLegend() {
    legend->clearItems();
    const auto marked = std::ranges::find_if(m_curves, [](const Curve& curve) { return !isEmpty(*curve.evaluations); });
    legend->setVisible(!isSmall() && marked != m_curves.end());
    if (!legend->visible()) return;
    if (isAlone()) {
        lineOf(*marked).graph->setName(tr("training"));
        lineOf(*marked).graph->addToLegend();
    }
    marked->evaluations->setName(tr("validation"));
    marked->evaluations->addToLegend();
}

// At the right end of each curve, pushed apart where they would cover each other.
void MetricChart::placeLabels() {
    const QFontMetrics metrics(fontOf(TextRole::Secondary));
    std::vector<std::pair<double, QCPItemText*>> labels;
    int width = 0;
    for (Curve& curve : m_curves) {
        curve.label->setVisible(!curve.raw.points.isEmpty());
        if (curve.raw.points.isEmpty()) continue;
        const double last = curve.raw.points.last().value;
        curve.label->setText(isAlone() ? figureText(m_metric, last)
                                       : metrics.elidedText(curve.name, Qt::ElideMiddle, scaled(kLongestName)));
        width = std::max(width, metrics.horizontalAdvance(curve.label->text()));
        labels.emplace_back(yAxis->coordToPixel(lineOf(curve).points.last().value), curve.label);
    }
    std::sort(labels.begin(), labels.end());
    double above = -INFINITY;
    for (auto& [pixel, label] : labels) {
        pixel = std::max(pixel, above + metrics.height());
        above = pixel;
        label->position->setCoords(1.0, yAxis->pixelToCoord(pixel));
    }
    axisRect()->setMinimumMargins(QMargins(0, kGap, labels.empty() ? kGap : width + kGap, 0));
}

std::optional<double> MetricChart::nearestKey(double key) const {
    std::optional<double> best;
    for (const Curve& curve : m_curves) {
        if (curve.raw.points.isEmpty()) continue;
        const double own = curve.raw.points.nearest(key).key;
        if (!best || std::abs(own - key) < std::abs(*best - key)) best = own;
    }
    return best;
}

QString MetricChart::cardText(double key, double) const {
    QStringList lines = {m_axis == XAxis::Step     ? tr("Step %1").arg(xText(m_axis, key))
                         : m_axis == XAxis::Tokens ? tr("%1 tokens").arg(xText(m_axis, key))
                                                   : xText(m_axis, key)};
    for (const Curve& curve : m_curves)
        lines << cardLines(curve, key);
    return lines.join(QLatin1Char('\n'));
}

QStringList MetricChart::cardLines(const Curve& curve, double key) const {
    if (curve.raw.points.isEmpty() || !curve.raw.points.keys().contains(key)) return {}; // it is over
    QStringList lines = {tr("%1: %2").arg(isAlone() ? metricName(m_metric) : curve.name,
                                          figureText(m_metric, curve.raw.points.nearest(key).value))};
    if (smoothing() > 0 && isAlone())
        lines << tr("smoothed: %1").arg(figureText(m_metric, curve.smooth.points.nearest(key).value));
    const auto score = curve.evaluations->data()->findBegin(key, false);
    if (score != curve.evaluations->data()->constEnd() && score->key == key)
        lines << tr("validation: %1").arg(figureText(m_metric, score->value));
    return lines;
}

} // namespace fettle::ui
