#pragma once

#include "ui/widgets/style.h"

#include <QIcon>

class QPainter;

namespace fettle::ui {

// resources/icons/<name>.svg in the palette's colour; it follows a change of theme by itself.
[[nodiscard]] QIcon icon(const QString& name, Ink role = Ink::Text);
void paintIcon(QPainter& painter, const QRectF& place, const QString& name, const QColor& color);
[[nodiscard]] QIcon applicationIcon();
[[nodiscard]] bool hasIcon(const QString& name);

} // namespace fettle::ui
