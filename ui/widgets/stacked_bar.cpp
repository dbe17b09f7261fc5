#include "ui/widgets/stacked_bar.h"

#include "ui/widgets/control_painting.h"
#include "ui/widgets/style.h"

#include <QHelpEvent>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <QToolTip>

#include <array>
#include <numeric>

namespace fettle::ui {

namespace {

constexpr int kBarHeight = 20;
constexpr std::array kPatterns = {Qt::SolidPattern, Qt::BDiagPattern, Qt::Dense5Pattern,
                                  Qt::FDiagPattern, Qt::CrossPattern, Qt::HorPattern};

// A colour and a pattern for each part, so that neither stands alone.
void fillPart(QPainter& painter, const QRectF& rect, std::size_t part, const QPalette& palette) {
    const QColor color = seriesInk(static_cast<int>(part) + 2, palette);
    const Qt::BrushStyle pattern = kPatterns[part % kPatterns.size()];
    painter.fillRect(rect, pattern == Qt::SolidPattern ? color : blended(color, ink(Ink::Card, palette), 0.35));
    if (pattern != Qt::SolidPattern) painter.fillRect(rect, QBrush(color, pattern));
}

double total(const std::vector<StackedBar::Part>& parts) {
    return std::accumulate(parts.begin(), parts.end(), 0.0,
                           [](double sum, const StackedBar::Part& part) { return sum + part.size; });
}

} // namespace

StackedBar::StackedBar(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void StackedBar::setParts(std::vector<Part> parts, double capacity, const QString& capacityText) {
    m_parts = std::move(parts);
    m_capacity = capacity;
    m_capacityText = capacityText;
    QStringList words;
    for (const Part& part : m_parts)
        words << tr("%1: %2").arg(part.name, part.text);
    setAccessibleDescription(words.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

QRect StackedBar::barRect() const {
    return {0, 0, width(), scaled(kBarHeight)};
}

double StackedBar::sizeInBar() const {
    return std::max({total(m_parts), m_capacity, 1.0});
}

QSize StackedBar::sizeHint() const {
    return {240, scaled(kBarHeight) + kGap + layOutLegend(240, nullptr)};
}

QSize StackedBar::minimumSizeHint() const {
    return {160, sizeHint().height()};
}

// A line a part: a square, its name, its size at the right.
int StackedBar::layOutLegend(int width, QPainter* painter) const {
    const QFontMetrics metrics(fontOf(TextRole::Secondary));
    const int top = scaled(kBarHeight) + kGap, line = metrics.height() + kTightGap, mark = scaled(10);
    for (std::size_t i = 0; i < m_parts.size() && painter != nullptr; ++i) {
        const int y = top + static_cast<int>(i) * line;
        const QRect text(mark + kGap, y, width - mark - kGap, line);
        fillPart(*painter, QRectF(0, y + (line - mark) / 2, mark, mark), i, palette());
        painter->drawText(text, Qt::AlignVCenter | Qt::AlignRight, m_parts[i].text);
        const int room = text.width() - metrics.horizontalAdvance(m_parts[i].text) - kGap;
        painter->drawText(text, Qt::AlignVCenter, metrics.elidedText(m_parts[i].name, Qt::ElideRight, room));
    }
    return static_cast<int>(m_parts.size()) * line;
}

void StackedBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF bar = QRectF(barRect()).adjusted(0.5, 0.5, -0.5, -0.5);
    QPainterPath round;
    round.addRoundedRect(bar, kTightGap, kTightGap);
    painter.fillPath(round, ink(Ink::Pressed, palette()));
    painter.setClipPath(round);
    const double pixels = bar.width() / sizeInBar();
    double x = bar.left();
    for (std::size_t i = 0; i < m_parts.size(); ++i) {
        const double width = m_parts[i].size * pixels;
        fillPart(painter, QRectF(x, bar.top(), width, bar.height()), i, palette());
        x += width;
    }
    painter.setClipping(false);
    if (m_capacity > 0 && total(m_parts) > m_capacity) { // more than there is: where it ends
        const double end = bar.left() + m_capacity * pixels;
        painter.setPen(QPen(ink(Ink::Danger, palette()), 2));
        painter.drawLine(QPointF(end, 0), QPointF(end, bar.bottom()));
    }
    painter.setFont(fontOf(TextRole::Secondary));
    painter.setPen(ink(Ink::Secondary, palette()));
    layOutLegend(width(), &painter);
}

bool StackedBar::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    double left = help->pos().x() * sizeInBar() / std::max(1, width());
    for (const Part& part : m_parts) {
        left -= part.size;
        if (left > 0) continue;
        QToolTip::showText(help->globalPos(), tr("%1: %2").arg(part.name, part.text), this);
        return true;
    }
    if (!m_capacityText.isEmpty()) QToolTip::showText(help->globalPos(), m_capacityText, this);
    return true;
}

} // namespace fettle::ui
