#include "ui/widgets/chart_tickers.h"
#include "ui/widgets/metric_chart.h"
#include "ui/widgets/style.h"

#include <QBuffer>
#include <QSvgGenerator>

#include <cmath>

// What the user does with a chart: look at values, zoom, pan, take it away.
namespace fettle::ui {

namespace {

constexpr double kZoomStep = 0.8;
constexpr double kPanShare = 0.15;

// The point of a graph nearest to x; end where there is none.
QCPGraphDataContainer::const_iterator nearest(const QCPGraph& graph, double x) {
    const auto data = graph.data();
    auto found = data->findBegin(x);
    const auto next = found + 1;
    if (found != data->constEnd() && next < data->constEnd() && std::abs(next->key - x) < std::abs(found->key - x))
        return next;
    return found;
}

} // namespace

void MetricChart::resetView() {
    m_showsAll = true;
    redraw();
}

void MetricChart::setView(double from, double to) {
    m_showsAll = false;
    xAxis->setRange(from, to);
    redraw();
}

void MetricChart::follow() {
    m_showsAll = false;
    fitY();
    placeLabels();
    Q_EMIT viewChanged(xAxis->range().lower, xAxis->range().upper);
}

void MetricChart::zoom(double factor, double centre) {
    bool hasData = false;
    const QCPRange all = dataRange(&hasData);
    if (!hasData) return;
    QCPRange range = xAxis->range();
    range = QCPRange(centre + (range.lower - centre) * factor, centre + (range.upper - centre) * factor);
    if (range.size() >= all.size()) return resetView();
    xAxis->setRange(range);
    follow();
    replot(QCustomPlot::rpQueuedReplot);
}

void MetricChart::wheelEvent(QWheelEvent* event) {
    const double turns = event->angleDelta().y() / 120.0;
    if (turns == 0 || m_curves.empty()) return event->ignore();
    zoom(std::pow(kZoomStep, turns), xAxis->pixelToCoord(event->position().x()));
    event->accept();
}

void MetricChart::keyPressEvent(QKeyEvent* event) {
    const double pan = xAxis->range().size() * kPanShare;
    switch (event->key()) {
    case Qt::Key_Plus:
        return zoom(kZoomStep, xAxis->range().center());
    case Qt::Key_Minus:
        return zoom(1 / kZoomStep, xAxis->range().center());
    case Qt::Key_0:
    case Qt::Key_Home:
        return resetView();
    case Qt::Key_Left:
    case Qt::Key_Right:
        xAxis->moveRange(event->key() == Qt::Key_Left ? -pan : pan);
        follow();
        return replot(QCustomPlot::rpQueuedReplot);
    default:
        QCustomPlot::keyPressEvent(event);
    }
}

void MetricChart::mouseDoubleClickEvent(QMouseEvent*) {
    resetView();
}

void MetricChart::mouseMoveEvent(QMouseEvent* event) {
    QCustomPlot::mouseMoveEvent(event);
    if (event->buttons() == Qt::NoButton) showCrosshair(event->position());
}

void MetricChart::leaveEvent(QEvent* event) {
    QCustomPlot::leaveEvent(event);
    hideCrosshair();
}

void MetricChart::resizeEvent(QResizeEvent* event) {
    QCustomPlot::resizeEvent(event);
    schedule();
}

void MetricChart::changeEvent(QEvent* event) {
    QCustomPlot::changeEvent(event);
    if (event->type() != QEvent::PaletteChange && event->type() != QEvent::FontChange) return;
    applyColours();
    schedule();
}

void MetricChart::hideCrosshair() {
    if (!m_card->visible() && !m_cross->visible()) return;
    m_card->setVisible(false);
    m_cross->setVisible(false);
    layer(QStringLiteral("overlay"))->replot();
}

void MetricChart::showCrosshair(const QPointF& position) {
    if (m_curves.empty() || !axisRect()->rect().contains(position.toPoint())) return hideCrosshair();
    const QCPGraph& first = *m_curves.front().raw;
    const auto point = nearest(first, xAxis->pixelToCoord(position.x()));
    if (point == first.data()->constEnd()) return hideCrosshair();
    m_cross->point1->setCoords(point->key, 0);
    m_cross->point2->setCoords(point->key, 1);
    m_cross->setVisible(true);
    m_card->setText(cardText(point->key));
    const double pixel = xAxis->coordToPixel(point->key);
    const bool isRight = pixel > axisRect()->rect().center().x();
    m_card->setPositionAlignment((isRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignTop);
    m_card->position->setCoords(pixel + (isRight ? -kGap : kGap), 0.02);
    m_card->setVisible(true);
    layer(QStringLiteral("overlay"))->replot();
}

QString MetricChart::cardText(double x) const {
    const QString title = m_axis == XAxis::Step     ? tr("Step %1").arg(xText(m_axis, x))
                          : m_axis == XAxis::Tokens ? tr("%1 tokens").arg(xText(m_axis, x))
                                                    : xText(m_axis, x);
    QStringList lines = {title};
    for (const Curve& curve : m_curves) {
        const auto value = nearest(*curve.raw, x);
        if (value == curve.raw->data()->constEnd()) continue;
        lines << tr("%1: %2").arg(curve.name, valueText(curve.key, value->value));
        if (m_smoothing > 0 && m_curves.size() == 1 && !curve.smooth->data()->isEmpty())
            lines << tr("smoothed: %1").arg(valueText(curve.key, nearest(*curve.smooth, x)->value));
        const auto score = nearest(*curve.validation, x);
        if (score != curve.validation->data()->constEnd() && score->key == x)
            lines << tr("validation: %1").arg(valueText(curve.key, score->value));
    }
    return lines.join(QLatin1Char('\n'));
}

QString MetricChart::valueText(const QString& key, double value) const {
    return axisText(key, value);
}

QByteArray MetricChart::svg() {
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QSvgGenerator generator;
    generator.setOutputDevice(&buffer);
    generator.setSize(size());
    generator.setViewBox(rect());
    QCPPainter painter(&generator);
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    toPainter(&painter, width(), height());
    painter.end();
    return buffer.data();
}

QImage MetricChart::picture() {
    return toPixmap(width(), height(), 2).toImage();
}

} // namespace fettle::ui
