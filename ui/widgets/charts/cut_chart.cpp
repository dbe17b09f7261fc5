#include "ui/widgets/charts/cut_chart.h"

#include "ui/text/numbers.h"
#include "ui/widgets/style.h"

#include <algorithm>
#include <cmath>

namespace fettle::ui {

namespace {

constexpr double kAirBehind = 1.1; // of the line, where it stands right of all bars
constexpr int kGrip = 6;           // pixels beside it that still take hold of it

} // namespace

CutChart::CutChart(QWidget* parent)
    : BarChart(Size::Large, parent), m_line(new QCPItemStraightLine(this)), m_label(new QCPItemText(this)) {
    setNavigable(false);
    m_label->position->setTypeX(QCPItemPosition::ptPlotCoords);
    m_label->position->setTypeY(QCPItemPosition::ptAxisRectRatio);
    m_label->setClipToAxisRect(false);
    m_label->setPadding(QMargins(kTightGap, 0, kTightGap, 0));
}

void CutChart::setLine(double value, const QString& name) {
    m_name = name;
    m_value = value;
    setMarkedFrom(value);
    setAccessibleDescription(lineText());
}

QString CutChart::lineText() const {
    //: "cut at: 512"
    return tr("%1: %2").arg(m_name, countText(std::llround(m_value)));
}

std::optional<QCPRange> CutChart::reach() const {
    const auto bars = BarChart::reach();
    return bars ? std::optional(QCPRange(0, std::max(bars->upper, m_value * kAirBehind))) : std::nullopt;
}

// Beside the line, on the side that has more room.
void CutChart::placeLabels() {
    BarChart::placeLabels();
    const bool isThere = m_value > 0 && reach().has_value();
    m_line->setVisible(isThere);
    m_label->setVisible(isThere);
    if (!isThere) return;
    m_line->point1->setCoords(m_value, 0);
    m_line->point2->setCoords(m_value, 1);
    m_label->setText(lineText());
    const bool isLeft = m_value < xAxis->range().center();
    m_label->setPositionAlignment((isLeft ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignTop);
    m_label->position->setCoords(m_value, 0);
}

void CutChart::applyColours() {
    BarChart::applyColours();
    const QColor text = ink(Ink::Text, palette());
    m_line->setPen(QPen(text, 1.5, Qt::DashLine));
    m_label->setFont(fontOf(TextRole::Secondary));
    m_label->setColor(text);
    m_label->setBrush(ink(Ink::Card, palette()));
}

QString CutChart::barText(double from, double to, double height) const {
    return tr("%1 to %2: %Ln row(s)", nullptr, static_cast<int>(height))
        .arg(countText(std::llround(from)), countText(std::llround(to - 1)));
}

void CutChart::moveLine(double value) {
    const auto all = reach();
    setLine(std::clamp(std::round(value), 1.0, all ? all->upper : 1.0), m_name);
    Q_EMIT lineMoved(m_value);
}

void CutChart::keyPressEvent(QKeyEvent* event) {
    const double step = event->modifiers().testFlag(Qt::ShiftModifier) ? 1 : barWidth();
    switch (event->key()) {
    case Qt::Key_Left:
        moveLine(m_value - step);
        break;
    case Qt::Key_Right:
        moveLine(m_value + step);
        break;
    case Qt::Key_Home:
        moveLine(1);
        break;
    case Qt::Key_End:
        if (const auto bars = BarChart::reach()) moveLine(bars->upper);
        break;
    default:
        return BarChart::keyPressEvent(event);
    }
    Q_EMIT lineReleased(m_value);
}

void CutChart::mousePressEvent(QMouseEvent* event) {
    BarChart::mousePressEvent(event);
    if (event->button() != Qt::LeftButton || m_value <= 0) return;
    m_isDragging = true;
    moveLine(xAxis->pixelToCoord(event->position().x()));
}

void CutChart::mouseMoveEvent(QMouseEvent* event) {
    BarChart::mouseMoveEvent(event);
    const bool isNear = m_value > 0 && std::abs(event->position().x() - xAxis->coordToPixel(m_value)) < kGrip;
    setCursor(isNear || m_isDragging ? Qt::SplitHCursor : Qt::ArrowCursor);
    if (m_isDragging) moveLine(xAxis->pixelToCoord(event->position().x()));
}

void CutChart::mouseReleaseEvent(QMouseEvent* event) {
    BarChart::mouseReleaseEvent(event);
    if (!m_isDragging) return;
    m_isDragging = false;
    Q_EMIT lineReleased(m_value);
}

} // namespace fettle::ui
