#include "ui/widgets/charts/hover_card.h"

#include "ui/widgets/control_painting.h"
#include "ui/widgets/style.h"

#include <QPainter>

#include <algorithm>

namespace fettle::ui {

HoverCard::HoverCard(QWidget* window) : QLabel(window) {
    setObjectName(QStringLiteral("hoverCard"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setTextFormat(Qt::PlainText);
    setContentsMargins(kGap, kTightGap, kGap, kTightGap);
    hide();
}

void HoverCard::showBeside(const QPoint& point) {
    setFont(fontOf(TextRole::Secondary));
    adjustSize();
    const QSize room = parentWidget()->size() - size();
    const int right = point.x() + kGap, left = point.x() - kGap - width();
    const int x = right <= room.width() ? right : left;
    move(std::clamp(x, 0, std::max(0, room.width())), std::clamp(point.y(), 0, std::max(0, room.height())));
    raise();
    setVisible(true);
}

void HoverCard::paintEvent(QPaintEvent* event) {
    QPainter painter(this);
    paintRounded(painter, QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kControlRadius, ink(Ink::Card, palette()),
                 ink(Ink::FieldBorder, palette()));
    painter.end();
    QLabel::paintEvent(event);
}

} // namespace fettle::ui
