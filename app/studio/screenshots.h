#pragma once

#include <QString>

namespace fettle::ui {
class MainWindow;
} // namespace fettle::ui

namespace fettle {

// Draws one page after the other into `folder`, then ends the program. Needs a running event loop.
void drawAllPages(ui::MainWindow& window, const QString& folder);

} // namespace fettle
