#include "ui/widgets/control_painting.h"

#include "ui/widgets/button.h"
#include "ui/widgets/icon.h"

#include <QStyleOption>

#include <algorithm>

namespace fettle::ui {

namespace {

ButtonKind kindOf(const QWidget* widget) {
    const auto* button = qobject_cast<const Button*>(widget);
    return button == nullptr ? ButtonKind::Plain : button->kind();
}

bool isEnabled(const QStyleOption& option) {
    return option.state.testFlag(QStyle::State_Enabled);
}
bool isPressed(const QStyleOption& option) {
    return option.state & (QStyle::State_Sunken | QStyle::State_On);
}
bool isHovered(const QStyleOption& option) {
    return option.state.testFlag(QStyle::State_MouseOver) && isEnabled(option);
}

QColor filledInk(const QStyleOption& option, Ink role) {
    const QColor color = ink(role, option.palette);
    const QColor card = ink(Ink::Card, option.palette);
    if (!isEnabled(option)) return ink(Ink::Pressed, option.palette);
    if (isPressed(option)) return blended(ink(Ink::Text, option.palette), color, 0.2);
    return isHovered(option) ? blended(card, color, 0.12) : color;
}

// A mark's square, crisp on pixels.
QRectF square(const QStyleOption& option) {
    const int side = std::min(option.rect.width(), option.rect.height());
    return QRectF(option.rect.x(), option.rect.center().y() - side / 2, side, side).adjusted(0.5, 0.5, -0.5, -0.5);
}

// A progress bar is thin, however high its widget is.
QRectF barOf(const QStyleOption& option) {
    constexpr int kThickness = 6;
    return QRectF(option.rect.left(), option.rect.center().y() - kThickness / 2, option.rect.width(), kThickness);
}

} // namespace

void paintRounded(QPainter& painter, const QRectF& rect, double radius, const QColor& fill, const QColor& line,
                  double width) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(line.isValid() ? QPen(line, width) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(rect, radius, radius);
    painter.restore();
}

void paintFocusRing(QPainter& painter, const QRectF& rect, const QPalette& palette, double radius) {
    paintRounded(painter, rect.adjusted(1, 1, -1, -1), radius, {}, ink(Ink::Accent, palette), 2);
}

void paintButtonPanel(QPainter& painter, const QStyleOption& option, const QWidget* widget) {
    const QRectF rect = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5);
    const ButtonKind kind = kindOf(widget);
    if (kind == ButtonKind::Quiet) return paintQuietPanel(painter, option);
    if (kind == ButtonKind::Primary) {
        const QColor fill = filledInk(option, Ink::Accent);
        return paintRounded(painter, rect, kControlRadius, fill, isEnabled(option) ? fill : QColor());
    }
    const QPalette& palette = option.palette;
    QColor fill = ink(Ink::Card, palette);
    if (isPressed(option))
        fill = ink(Ink::Pressed, palette);
    else if (isHovered(option))
        fill = ink(Ink::Hover, palette);
    QColor line = ink(isEnabled(option) ? Ink::FieldBorder : Ink::Border, palette);
    if (kind == ButtonKind::Danger && isEnabled(option)) line = ink(Ink::Danger, palette);
    paintRounded(painter, rect, kControlRadius, fill, line);
}

void paintQuietPanel(QPainter& painter, const QStyleOption& option) {
    const QRectF rect(option.rect);
    if (isPressed(option))
        paintRounded(painter, rect, kControlRadius, ink(Ink::Pressed, option.palette), {});
    else if (isHovered(option))
        paintRounded(painter, rect, kControlRadius, ink(Ink::Hover, option.palette), {});
}

// A ring of the accent would be lost on a button that is filled with it.
void paintButtonFocus(QPainter& painter, const QStyleOption& option, const QWidget* widget) {
    if (kindOf(widget) != ButtonKind::Primary)
        return paintFocusRing(painter, option.rect, option.palette, kControlRadius);
    const QRectF inside = QRectF(option.rect).adjusted(3, 3, -3, -3);
    paintRounded(painter, inside, kControlRadius - 2, {}, ink(Ink::OnAccent, option.palette), 2);
}

QColor buttonTextInk(const QStyleOption& option, const QWidget* widget) {
    const QPalette& palette = option.palette;
    if (!isEnabled(option)) return palette.color(QPalette::Disabled, QPalette::ButtonText);
    switch (kindOf(widget)) {
    case ButtonKind::Primary:
        return ink(Ink::OnAccent, palette);
    case ButtonKind::Danger:
        return ink(Ink::Danger, palette);
    default:
        return ink(Ink::Text, palette);
    }
}

void paintFieldFrame(QPainter& painter, const QStyleOption& option, const QRect& rect) {
    const bool hasFocus = option.state.testFlag(QStyle::State_HasFocus);
    const Ink role = hasFocus ? Ink::Accent : isEnabled(option) ? Ink::FieldBorder : Ink::Border;
    const QColor fill = ink(isEnabled(option) ? Ink::Card : Ink::Hover, option.palette);
    const double inset = hasFocus ? 1 : 0.5;
    paintRounded(painter, QRectF(rect).adjusted(inset, inset, -inset, -inset), kControlRadius, fill,
                 ink(role, option.palette), hasFocus ? 2 : 1);
}

void paintCheckMark(QPainter& painter, const QStyleOption& option) {
    const QPalette& palette = option.palette;
    const QRectF box = square(option);
    const bool isOn = option.state & (QStyle::State_On | QStyle::State_NoChange);
    if (!isOn) return paintRounded(painter, box, 4, ink(Ink::Card, palette), ink(Ink::FieldBorder, palette));
    const QColor fill = filledInk(option, Ink::Accent);
    paintRounded(painter, box, 4, isEnabled(option) ? ink(Ink::Accent, palette) : fill, {});
    const QString mark =
        option.state.testFlag(QStyle::State_NoChange) ? QStringLiteral("minus") : QStringLiteral("check");
    paintIcon(painter, box.adjusted(1, 1, -1, -1), mark, ink(isEnabled(option) ? Ink::OnAccent : Ink::Text, palette));
}

void paintRadioMark(QPainter& painter, const QStyleOption& option) {
    const QPalette& palette = option.palette;
    const QRectF box = square(option);
    const bool isOn = option.state.testFlag(QStyle::State_On);
    paintRounded(painter, box, box.width() / 2, ink(Ink::Card, palette),
                 ink(isOn ? Ink::Accent : Ink::FieldBorder, palette), isOn ? 1.5 : 1);
    if (!isOn) return;
    const double inset = box.width() * 0.28;
    paintRounded(painter, box.adjusted(inset, inset, -inset, -inset), box.width() / 2, ink(Ink::Accent, palette), {});
}

void paintProgressGroove(QPainter& painter, const QStyleOption& option) {
    const QRectF rect = barOf(option);
    paintRounded(painter, rect, rect.height() / 2, ink(Ink::Pressed, option.palette), {});
}

void paintProgress(QPainter& painter, const QStyleOptionProgressBar& option) {
    QRectF rect = barOf(option);
    const bool isBusy = option.minimum == option.maximum;
    const double share =
        isBusy ? 1 : (option.progress - option.minimum) / double(std::max(1, option.maximum - option.minimum));
    if (share <= 0) return;
    rect.setWidth(std::max(rect.height(), rect.width() * std::min(1.0, share)));
    const QColor accent = ink(Ink::Accent, option.palette);
    const QColor color = isBusy ? blended(accent, ink(Ink::Pressed, option.palette), 0.5) : accent;
    paintRounded(painter, rect, rect.height() / 2, color, {});
}

void paintTab(QPainter& painter, const QStyleOptionTab& option) {
    const QRect rect = option.rect;
    if (isHovered(option))
        paintRounded(painter, QRectF(rect).adjusted(2, 2, -2, -4), kControlRadius, ink(Ink::Hover, option.palette), {});
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, ink(Ink::Border, option.palette));
    if (option.state.testFlag(QStyle::State_Selected))
        painter.fillRect(rect.left() + 8, rect.bottom() - 1, rect.width() - 16, 2, ink(Ink::Accent, option.palette));
}

void paintHeaderSection(QPainter& painter, const QStyleOptionHeader& option) {
    const QRect rect = option.rect;
    painter.fillRect(rect, ink(isHovered(option) ? Ink::Hover : Ink::Card, option.palette));
    const QColor line = ink(Ink::Border, option.palette);
    if (option.orientation == Qt::Horizontal)
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, line);
    else
        painter.fillRect(rect.right(), rect.top(), 1, rect.height(), line);
}

void paintSlider(QPainter& painter, const QStyleOptionSlider& option, const QRect& groove, const QRect& handle) {
    const QPalette& palette = option.palette;
    const QPointF middle = QRectF(handle).center();
    QRectF line(groove.left() + 2, middle.y() - 2, groove.width() - 4, 4);
    paintRounded(painter, line, 2, ink(Ink::Pressed, palette), {});
    line.setRight(middle.x());
    const QColor accent = isEnabled(option) ? ink(Ink::Accent, palette) : ink(Ink::FieldBorder, palette);
    paintRounded(painter, line, 2, accent, {});
    const double radius = std::min(handle.width(), handle.height()) / 2.0 - 2;
    const QRectF knob(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius);
    paintRounded(painter, knob, radius, ink(Ink::Card, palette), accent, 2);
    if (option.state.testFlag(QStyle::State_HasFocus)) paintFocusRing(painter, option.rect, palette, kControlRadius);
}

void paintScrollHandle(QPainter& painter, const QStyleOption& option, const QRect& handle, bool isHovered) {
    const QColor color = blended(ink(Ink::Secondary, option.palette), ink(Ink::Card, option.palette),
                                 isHovered || isPressed(option) ? 0.75 : 0.45);
    const QRectF rect = QRectF(handle).adjusted(2, 2, -2, -2);
    paintRounded(painter, rect, std::min(rect.width(), rect.height()) / 2, color, {});
}

} // namespace fettle::ui
