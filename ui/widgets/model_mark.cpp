#include "ui/widgets/model_mark.h"

#include "ui/widgets/control_painting.h"
#include "ui/widgets/style.h"

#include <QPainter>

#include <algorithm>

namespace fettle::ui {

ModelMark::ModelMark(Side side, QWidget* parent) : QWidget(parent), m_side(side) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setName({});
}

void ModelMark::setSide(Side side) {
    m_side = side;
    setName(m_name);
}

void ModelMark::setName(const QString& name) {
    m_name = name;
    const QString side = m_side == Side::Base ? tr("Base") : tr("Tuned");
    setAccessibleName(name.isEmpty() ? side : tr("%1: %2").arg(side, name));
    updateGeometry();
    update();
}

QSize ModelMark::sizeHint() const {
    const QFontMetrics metrics(fontOf(TextRole::Strong));
    return {scaled(16) + kGap + metrics.horizontalAdvance(accessibleName()) + kTightGap, metrics.height() + kTightGap};
}

QSize ModelMark::minimumSizeHint() const {
    const QSize whole = sizeHint();
    return {std::min(scaled(120), whole.width()), whole.height()};
}

void ModelMark::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QColor color = ink(m_side == Side::Base ? Ink::Base : Ink::Tuned, palette());
    const double side = scaled(12);
    const QRectF mark(2, (height() - side) / 2, side, side);
    paintRounded(painter, mark, side / 2, m_side == Side::Tuned ? color : QColor(), color, 2);
    painter.setFont(fontOf(TextRole::Strong));
    painter.setPen(color);
    const QRect place = rect().adjusted(scaled(16) + kGap, 0, 0, 0);
    painter.drawText(place, Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(accessibleName(), Qt::ElideRight, place.width()));
}

} // namespace fettle::ui
