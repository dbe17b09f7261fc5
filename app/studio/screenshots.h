#pragma once

#include <QString>
#include <QStringList>

namespace fettle::ui {
class MainWindow;
} // namespace fettle::ui

namespace fettle {

// Asks the questions in Chat, draws one page after the other into `folder`, then ends the program. Needs a running
// event loop.
void drawAllPages(ui::MainWindow& window, const QString& folder, const QStringList& questions);

} // namespace fettle
