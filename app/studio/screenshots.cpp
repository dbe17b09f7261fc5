#include "app/studio/screenshots.h"

#include "ui/window/main_window.h"

#include <QApplication>
#include <QDir>
#include <QTimer>

#include <cstdio>

namespace fettle {

namespace {

constexpr int kSettleMs = 2500; // models, devices and runs are read in the background
constexpr int kPageMs = 900;    // a chart is drawn at most ten times a second, a plan 300 ms after an edit

// The next page, its picture a little later, and so on.
void draw(ui::MainWindow& window, const QString& folder, qsizetype index) {
    const auto& pages = window.pageSet().pages();
    if (index == pages.size()) return QApplication::exit(0);
    ui::Page* page = pages[index];
    window.showPage(page);
    QTimer::singleShot(kPageMs, &window, [&window, folder, index, page] {
        const QString file = QDir(folder).filePath(page->objectName() + QStringLiteral(".png"));
        if (!window.grab().save(file)) {
            std::fprintf(stderr, "cannot write %s\n", qPrintable(file));
            return QApplication::exit(1);
        }
        draw(window, folder, index + 1);
    });
}

} // namespace

void drawAllPages(ui::MainWindow& window, const QString& folder) {
    QDir().mkpath(folder);
    QTimer::singleShot(kSettleMs, &window, [&window, folder] { draw(window, folder, 0); });
}

} // namespace fettle
