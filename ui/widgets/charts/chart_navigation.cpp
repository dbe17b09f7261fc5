#include "ui/widgets/charts/chart_base.h"
#include "ui/widgets/charts/hover_card.h"
#include "ui/widgets/style.h"

// What the user does with a chart: zoom and pan, which QCPAxisRect does, and look at values.
namespace fettle::ui {

namespace {

constexpr double kZoomByKey = 0.8, kPanByKey = 0.15;

} // namespace

QCPRange ChartBase::wholeView(const QCPRange& reach) const {
    return reach.size() > 0 ? reach : QCPRange(reach.lower - 1, reach.upper + 1);
}

void ChartBase::showRange(const QCPRange& range) {
    m_isFitting = true;
    xAxis->setRange(range);
    m_isFitting = false;
}

void ChartBase::resetView() {
    const auto all = reach();
    setView(all ? all->lower : 0, all ? all->upper : 0);
}

void ChartBase::setView(double from, double to) {
    const auto all = reach();
    m_showsAll = !all || to - from >= all->size();
    if (!m_showsAll) showRange(QCPRange(from, to));
    refresh();
}

// Not beyond what there is; as far out as that, it grows with the values again.
void ChartBase::follow(const QCPRange& range) {
    const auto all = reach();
    if (m_isFitting || !all) return;
    const QCPRange whole = wholeView(*all);
    m_showsAll = range.size() >= whole.size();
    showRange(m_showsAll ? whole : range.bounded(whole.lower, whole.upper));
    fit();
    hideCrosshair();
    Q_EMIT viewChanged(xAxis->range().lower, xAxis->range().upper);
}

void ChartBase::wheelEvent(QWheelEvent* event) {
    const bool isForPage = !interactions().testFlag(QCP::iRangeZoom) || (isSmall() && !hasFocus());
    if (isForPage || event->angleDelta().y() == 0) return event->ignore();
    catchUp();
    QCustomPlot::wheelEvent(event);
}

void ChartBase::keyPressEvent(QKeyEvent* event) {
    if (!interactions().testFlag(QCP::iRangeZoom)) return QCustomPlot::keyPressEvent(event);
    catchUp();
    const double pan = xAxis->range().size() * kPanByKey;
    switch (event->key()) {
    case Qt::Key_Plus:
        xAxis->scaleRange(kZoomByKey);
        break;
    case Qt::Key_Minus:
        xAxis->scaleRange(1 / kZoomByKey);
        break;
    case Qt::Key_Left:
        xAxis->moveRange(-pan);
        break;
    case Qt::Key_Right:
        xAxis->moveRange(pan);
        break;
    case Qt::Key_0:
    case Qt::Key_Home:
        if (const auto all = reach()) follow(*all);
        break;
    default:
        return QCustomPlot::keyPressEvent(event);
    }
    replot(QCustomPlot::rpQueuedReplot);
}

void ChartBase::mouseDoubleClickEvent(QMouseEvent*) {
    catchUp();
    if (const auto all = reach()) follow(*all);
    replot(QCustomPlot::rpQueuedReplot);
}

void ChartBase::mouseMoveEvent(QMouseEvent* event) {
    QCustomPlot::mouseMoveEvent(event);
    if (event->buttons() == Qt::NoButton) moveCrosshair(event->position());
}

void ChartBase::leaveEvent(QEvent* event) {
    QCustomPlot::leaveEvent(event);
    hideCrosshair();
}

void ChartBase::hideEvent(QHideEvent* event) {
    QCustomPlot::hideEvent(event);
    hideCrosshair();
}

void ChartBase::hideCrosshair() {
    if (m_card != nullptr) m_card->hide();
    if (!m_cross->visible()) return;
    m_cross->setVisible(false);
    layer(QStringLiteral("overlay"))->replot();
}

void ChartBase::moveCrosshair(const QPointF& position) {
    catchUp();
    const QRect inside = axisRect()->rect();
    const auto key = inside.contains(position.toPoint()) ? nearestKey(xAxis->pixelToCoord(position.x())) : std::nullopt;
    const QString text = key ? cardText(*key, yAxis->pixelToCoord(position.y())) : QString();
    if (text.isEmpty()) return hideCrosshair();
    m_cross->point1->setCoords(*key, 0);
    m_cross->point2->setCoords(*key, 1);
    m_cross->setVisible(true);
    layer(QStringLiteral("overlay"))->replot();
    if (m_card == nullptr) m_card = new HoverCard(window());
    m_card->setText(text);
    const QPoint anchor(qRound(xAxis->coordToPixel(*key)), inside.top());
    m_card->showBeside(mapTo(window(), anchor));
}

} // namespace fettle::ui
