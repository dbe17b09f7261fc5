#include "app/studio/screenshots.h"

#include "ui/pages/chat/chat_page.h"
#include "ui/window/main_window.h"

#include <QApplication>
#include <QDir>
#include <QTimer>

#include <cstdio>
#include <functional>

namespace fettle {

namespace {

constexpr int kSettleMs = 2500; // models, devices and runs are read in the background
constexpr int kPageMs = 900;    // a chart is drawn at most ten times a second, a plan 300 ms after an edit

// The next page, its picture a little later, and so on.
void draw(ui::MainWindow& window, const QString& folder, int index) {
    if (index == static_cast<int>(ui::PageSet::table().size())) return QApplication::exit(0);
    window.pageSet().show(index);
    ui::Page* page = window.currentPage();
    QTimer::singleShot(kPageMs, &window, [&window, folder, index, page] {
        const QString file = QDir(folder).filePath(page->objectName() + QStringLiteral(".png"));
        if (!window.grab().save(file)) {
            std::fprintf(stderr, "cannot write %s\n", qPrintable(file));
            return QApplication::exit(1);
        }
        draw(window, folder, index + 1);
    });
}

// One question after the other, each when both sides have answered the last.
void ask(ui::ChatPage& chat, QStringList questions, const std::function<void()>& then) {
    if (questions.isEmpty()) return then();
    chat.ask(questions.takeFirst());
    auto* poll = new QTimer(&chat);
    QObject::connect(poll, &QTimer::timeout, &chat, [&chat, poll, questions, then] {
        if (chat.left().isStreaming() || chat.right().isStreaming()) return;
        poll->deleteLater();
        ask(chat, questions, then);
    });
    poll->start(kPageMs);
}

} // namespace

void drawAllPages(ui::MainWindow& window, const QString& folder, const QStringList& questions) {
    QDir().mkpath(folder);
    for (int i = 0; i < static_cast<int>(ui::PageSet::table().size()); ++i)
        (void)window.pageSet().page(i); // so that all of them have settled
    QTimer::singleShot(kSettleMs, &window, [&window, folder, questions] {
        ask(*window.pageSet().page<ui::ChatPage>(), questions, [&window, folder] { draw(window, folder, 0); });
    });
}

} // namespace fettle
