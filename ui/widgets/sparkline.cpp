#include "ui/widgets/sparkline.h"

#include "ui/widgets/state_chip.h"
#include "ui/widgets/style.h"

#include <QApplication>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace fettle::ui {

void paintSparkline(QPainter& painter, const QRectF& place, const QVector<double>& values, const QColor& color) {
    QPolygonF line;
    double low = INFINITY, high = -INFINITY;
    for (const double value : values) {
        if (!std::isfinite(value)) continue;
        low = std::min(low, value);
        high = std::max(high, value);
    }
    for (qsizetype i = 0; i < values.size(); ++i) {
        if (!std::isfinite(values[i])) continue;
        const double share = high > low ? (values[i] - low) / (high - low) : 0.5;
        const double x = values.size() > 1 ? place.width() * double(i) / double(values.size() - 1) : 0;
        line << QPointF(place.left() + x, place.bottom() - share * place.height());
    }
    if (line.isEmpty()) return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);
    painter.setBrush(color);
    painter.setPen(Qt::NoPen);
    painter.drawEllipse(line.back(), 2, 2);
    painter.restore();
}

Sparkline::Sparkline(QWidget* parent) : QWidget(parent) {}

void Sparkline::setValues(const QVector<double>& values) {
    m_values = values;
    update();
}

QSize Sparkline::sizeHint() const {
    return {scaled(96), scaled(24)};
}

void Sparkline::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintSparkline(painter, QRectF(rect()).adjusted(3, 4, -4, -4), m_values, ink(Ink::Accent, palette()));
}

namespace {

// The cell's background as the style draws it, without its text.
void paintCell(QPainter* painter, const QStyleOptionViewItem& option) {
    const QStyle* style = option.widget != nullptr ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
}

} // namespace

SparklineDelegate::SparklineDelegate(int role, QObject* parent) : QStyledItemDelegate(parent), m_role(role) {}

void SparklineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    paintCell(painter, option);
    paintSparkline(*painter, QRectF(option.rect).adjusted(kGap, 6, -kGap, -6),
                   index.data(m_role).value<QVector<double>>(), ink(Ink::Accent, option.palette));
}

QSize SparklineDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const {
    return {scaled(96), scaled(32)};
}

StateDelegate::StateDelegate(int role, QObject* parent) : QStyledItemDelegate(parent), m_role(role) {}

void StateDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const {
    paintCell(painter, option);
    painter->save();
    const auto state = static_cast<RunState>(index.data(m_role).toInt());
    paintStateChip(*painter, option.rect.adjusted(kTightGap, 0, 0, 0), state, option.palette);
    painter->restore();
}

QSize StateDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const {
    StateChip chip;
    chip.setState(static_cast<RunState>(index.data(m_role).toInt()));
    return chip.sizeHint() + QSize(kGap, kGap);
}

} // namespace fettle::ui
