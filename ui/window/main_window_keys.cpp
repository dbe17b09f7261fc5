#include "ui/widgets/page.h"
#include "ui/window/closing.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QShortcut>
#include <QToolTip>

// Keys, help, and closing.
namespace fettle::ui {

void MainWindow::addShortcuts() {
    const auto key = [this](const QKeySequence& sequence, auto act) {
        connect(new QShortcut(sequence, this), &QShortcut::activated, this, act);
    };
    const auto& pages = m_set->pages();
    for (int i = 0; i < pages.size() && i < 9; ++i)
        key(QKeySequence(Qt::CTRL | (Qt::Key_1 + i)), [this, page = pages[i]] { showPage(page); });
    key(QKeySequence(Qt::CTRL | Qt::Key_Comma), [this] { showPage(QStringLiteral("settingsPage")); });
    key(QKeySequence(Qt::CTRL | Qt::Key_Return), [this] { triggerPrimary(); });
    key(QKeySequence(Qt::CTRL | Qt::Key_Enter), [this] { triggerPrimary(); });
    key(QKeySequence::Open, [this] { currentPage()->chooseFile(); });
    key(QKeySequence::Find, [this] { currentPage()->find(); });
    key(QKeySequence(Qt::Key_F1), [this] { showHelp(); });
    key(QKeySequence(Qt::Key_Escape), [this] { currentPage()->cancel(); });
    key(QKeySequence::Quit, [this] { close(); });
}

void MainWindow::triggerPrimary() {
    QAction* action = currentPage()->primaryAction();
    if (action != nullptr && action->isEnabled()) action->trigger();
}

// What the field with the focus is for, beside it.
void MainWindow::showHelp() {
    for (QWidget* widget = QApplication::focusWidget(); widget != nullptr; widget = widget->parentWidget()) {
        const QString help = widget->whatsThis().isEmpty() ? widget->toolTip() : widget->whatsThis();
        if (help.isEmpty()) continue;
        return QToolTip::showText(widget->mapToGlobal(QPoint(0, widget->height())), help, widget);
    }
}

void MainWindow::closeEvent(QCloseEvent* event) {
    store();
    event->setAccepted(m_isReady || m_closing->mayClose());
}

} // namespace fettle::ui
