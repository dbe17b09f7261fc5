#include "ui/widgets/histogram.h"

#include "ui/text/numbers.h"
#include "ui/widgets/control_painting.h"
#include "ui/widgets/style.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace fettle::ui {

Histogram::Histogram(QWidget* parent) : QWidget(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Lengths"));
}

void Histogram::setCounts(std::vector<qint64> counts, double binWidth) {
    m_counts = std::move(counts);
    m_binWidth = std::max(binWidth, 1e-9);
    update();
}

void Histogram::setAxisTitle(const QString& title) {
    m_axisTitle = title;
    update();
}

void Histogram::setLine(double value, const QString& name) {
    m_lineName = name;
    m_line = value;
    setAccessibleDescription(tr("%1: %2").arg(name, countText(std::llround(value))));
    update();
}

QSize Histogram::sizeHint() const {
    return {scaled(360), scaled(132)};
}

QSize Histogram::minimumSizeHint() const {
    return {scaled(200), scaled(104)};
}

QRectF Histogram::plotRect() const {
    const int line = fontMetrics().height();
    return QRectF(rect()).adjusted(kGap, line + kTightGap, -kGap, -2 * line - kTightGap);
}

double Histogram::reach() const {
    return std::max({double(m_counts.size()) * m_binWidth, m_line * 1.1, 1.0});
}

double Histogram::valueAt(double x) const {
    const QRectF plot = plotRect();
    return std::clamp((x - plot.left()) / plot.width(), 0.0, 1.0) * reach();
}

double Histogram::xOf(double value) const {
    const QRectF plot = plotRect();
    return plot.left() + value / reach() * plot.width();
}

void Histogram::moveLine(double value) {
    m_line = std::clamp(std::round(value), 1.0, reach());
    setLine(m_line, m_lineName);
    Q_EMIT lineMoved(m_line);
}

void Histogram::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setFont(fontOf(TextRole::Secondary));
    const QRectF plot = plotRect();
    paintBars(painter, plot);
    paintAxis(painter, plot);
    if (m_line > 0) paintLine(painter, plot);
    if (hasFocus()) paintFocusRing(painter, rect(), palette(), kControlRadius);
}

void Histogram::paintBars(QPainter& painter, const QRectF& plot) const {
    const qint64 most = m_counts.empty() ? 0 : *std::max_element(m_counts.begin(), m_counts.end());
    if (most == 0) return;
    const QColor inside = ink(Ink::Accent, palette());
    const QColor beyond = ink(Ink::Warning, palette());
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        if (m_counts[i] == 0) continue;
        const double left = xOf(double(i) * m_binWidth), right = xOf(double(i + 1) * m_binWidth);
        const double height = std::max(2.0, plot.height() * double(m_counts[i]) / double(most));
        const QRectF bar(left, plot.bottom() - height, std::max(1.0, right - left - 1), height);
        const bool isCut = m_line > 0 && double(i) * m_binWidth >= m_line;
        painter.fillRect(bar, isCut ? blended(beyond, ink(Ink::Card, palette()), 0.35) : inside);
        if (isCut) painter.fillRect(bar, QBrush(beyond, Qt::BDiagPattern)); // by shape as well as by colour
    }
}

void Histogram::paintAxis(QPainter& painter, const QRectF& plot) const {
    painter.setPen(ink(Ink::Border, palette()));
    painter.drawLine(plot.bottomLeft(), plot.bottomRight());
    painter.setPen(ink(Ink::Secondary, palette()));
    const double rough = reach() / 5, power = std::pow(10, std::floor(std::log10(rough)));
    const double step = std::max(1.0, power * (rough / power < 2 ? 2 : rough / power < 5 ? 5 : 10));
    const int line = painter.fontMetrics().height();
    for (double value = 0; value <= reach(); value += step) {
        const QString text = countText(std::llround(value));
        const int width = painter.fontMetrics().horizontalAdvance(text);
        const double x = std::clamp(xOf(value) - width / 2.0, 0.0, double(this->width() - width));
        painter.drawText(QRectF(x, plot.bottom() + 2, width + 1, line), Qt::AlignLeft, text);
    }
    painter.drawText(QRectF(plot.left(), plot.bottom() + 2 + line, plot.width(), line), Qt::AlignHCenter, m_axisTitle);
}

void Histogram::paintLine(QPainter& painter, const QRectF& plot) const {
    const double x = xOf(m_line);
    const QColor color = ink(Ink::Text, palette());
    painter.setPen(QPen(color, 1.5, Qt::DashLine));
    painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()));
    paintRounded(painter, QRectF(x - 4, plot.top() - 4, 8, 8), 4, ink(Ink::Card, palette()), color, 1.5);
    const QString text = tr("%1: %2").arg(m_lineName, countText(std::llround(m_line)));
    const int width = painter.fontMetrics().horizontalAdvance(text);
    const double left = std::clamp(x - width / 2.0, 0.0, std::max(0.0, double(this->width() - width)));
    painter.setPen(color);
    painter.drawText(QPointF(left, plot.top() - kTightGap - 3), text);
}

void Histogram::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || m_line <= 0) return;
    m_isDragging = true;
    moveLine(valueAt(event->position().x()));
}

void Histogram::mouseMoveEvent(QMouseEvent* event) {
    const bool isNear = m_line > 0 && std::abs(event->position().x() - xOf(m_line)) < 6;
    setCursor(isNear || m_isDragging ? Qt::SplitHCursor : Qt::ArrowCursor);
    if (m_isDragging) moveLine(valueAt(event->position().x()));
}

void Histogram::mouseReleaseEvent(QMouseEvent*) {
    if (!m_isDragging) return;
    m_isDragging = false;
    Q_EMIT lineReleased(m_line);
}

void Histogram::keyPressEvent(QKeyEvent* event) {
    const double step = event->modifiers().testFlag(Qt::ShiftModifier) ? 1 : m_binWidth;
    switch (event->key()) {
    case Qt::Key_Left:
        moveLine(m_line - step);
        break;
    case Qt::Key_Right:
        moveLine(m_line + step);
        break;
    case Qt::Key_Home:
        moveLine(1);
        break;
    case Qt::Key_End:
        moveLine(double(m_counts.size()) * m_binWidth);
        break;
    default:
        return QWidget::keyPressEvent(event);
    }
    Q_EMIT lineReleased(m_line);
}

bool Histogram::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const auto bin = static_cast<std::size_t>(valueAt(help->pos().x()) / m_binWidth);
    if (bin < m_counts.size())
        QToolTip::showText(help->globalPos(),
                           tr("%1 to %2: %n row(s)", nullptr, static_cast<int>(m_counts[bin]))
                               .arg(countText(std::llround(double(bin) * m_binWidth)),
                                    countText(std::llround(double(bin + 1) * m_binWidth - 1))),
                           this);
    return true;
}

} // namespace fettle::ui
