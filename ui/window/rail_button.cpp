#include "ui/window/rail_button.h"

#include "ui/widgets/control_painting.h"
#include "ui/widgets/icon.h"
#include "ui/widgets/state_chip.h"

#include <QPainter>

namespace fettle::ui {

namespace {

constexpr int kRowHeight = 36;
constexpr int kMarkSize = 16;

} // namespace

RailButton::RailButton(QString iconName, const QString& text, QWidget* parent)
    : QAbstractButton(parent), m_iconName(std::move(iconName)) {
    setText(text);
    setAccessibleName(text);
    setCheckable(true);
    setAutoExclusive(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void RailButton::setNarrow(bool isNarrow) {
    m_isNarrow = isNarrow;
    setToolTip(isNarrow ? text() : QString());
    update();
}

void RailButton::setMark(std::optional<RunState> state) {
    m_mark = state;
    setAccessibleDescription(state ? runStateText(*state) : QString());
    update();
}

QSize RailButton::sizeHint() const {
    return {scaled(kRowHeight), std::max(scaled(kRowHeight), fontMetrics().height() + kGap)};
}

void RailButton::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QPalette& colours = palette();
    if (isChecked())
        paintRounded(painter, rect(), kControlRadius, ink(Ink::Selection, colours), {});
    else if (underMouse())
        paintRounded(painter, rect(), kControlRadius, ink(Ink::Pressed, colours), {});
    const QColor color = ink(isChecked() ? Ink::Accent : Ink::Text, colours);
    const int side = scaled(kIconSize);
    const int left = m_isNarrow ? (width() - side) / 2 : kGap + kTightGap / 2;
    paintIcon(painter, QRectF(left, (height() - side) / 2, side, side), m_iconName, color);
    if (m_mark) {
        const int mark = scaled(m_isNarrow ? kMarkSize - 4 : kMarkSize);
        const QRectF place = m_isNarrow ? QRectF(width() - mark - 1, 1, mark, mark)
                                        : QRectF(width() - mark - kGap, (height() - mark) / 2, mark, mark);
        paintStateMark(painter, place, *m_mark, colours);
    }
    if (!m_isNarrow) {
        QFont font = this->font();
        font.setWeight(isChecked() ? QFont::DemiBold : QFont::Normal);
        painter.setFont(font);
        painter.setPen(ink(Ink::Text, colours));
        const QRect place = rect().adjusted(left + side + kGap + 2, 0, -kGap, 0);
        painter.drawText(place, Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text(), Qt::ElideRight, place.width()));
    }
    if (hasFocus()) paintFocusRing(painter, rect(), colours, kControlRadius);
}

} // namespace fettle::ui
