#pragma once

#include <QPainter>
#include <QPalette>

class QStyleOption;
class QStyleOptionButton;
class QStyleOptionComplex;
class QStyleOptionHeader;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionTab;
class QWidget;

namespace fettle::ui {

// The parts of FettleStyle that draw one kind of control each.

void paintRounded(QPainter& painter, const QRectF& rect, double radius, const QColor& fill, const QColor& line,
                  double width = 1);
void paintButtonPanel(QPainter& painter, const QStyleOption& option, const QWidget* widget);
void paintQuietPanel(QPainter& painter, const QStyleOption& option);
void paintButtonFocus(QPainter& painter, const QStyleOption& option, const QWidget* widget);
[[nodiscard]] QColor buttonTextInk(const QStyleOption& option, const QWidget* widget);
void paintFieldFrame(QPainter& painter, const QStyleOption& option, const QRect& rect);
void paintFocusRing(QPainter& painter, const QRectF& rect, const QPalette& palette, double radius);
void paintCheckMark(QPainter& painter, const QStyleOption& option);
void paintRadioMark(QPainter& painter, const QStyleOption& option);
void paintProgressGroove(QPainter& painter, const QStyleOption& option);
void paintProgress(QPainter& painter, const QStyleOptionProgressBar& option);
void paintTab(QPainter& painter, const QStyleOptionTab& option);
void paintHeaderSection(QPainter& painter, const QStyleOptionHeader& option);
void paintSlider(QPainter& painter, const QStyleOptionSlider& option, const QRect& groove, const QRect& handle);
void paintScrollHandle(QPainter& painter, const QStyleOption& option, const QRect& handle, bool isHovered);

} // namespace fettle::ui
