#include "ui/widgets/message_strip.h"
#include "ui/widgets/page.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QShortcut>
#include <QToolTip>

// Keys, help, and closing while a run trains.
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
    if (!isActive(m_workspace.controller.state())) return event->accept();
    event->ignore();
    saveBeforeClosing();
}

// The engine saves a checkpoint and ends; then the window closes by itself (showRunState).
void MainWindow::saveBeforeClosing() {
    if (m_isClosing) return;
    m_isClosing = true;
    m_workspace.queue.hold();
    m_workspace.controller.stopAndSave();
    auto* now = new QAction(tr("Close without waiting"), this);
    now->setObjectName(QStringLiteral("closeNow"));
    connect(now, &QAction::triggered, &m_workspace.controller, &RunController::stopNow);
    m_closing->setDismissable(false);
    m_closing->addButton(now);
    m_closing->showMessage(MessageStrip::Kind::Info, tr("The run saves a checkpoint, then the window closes."),
                           tr("It can be resumed at the next start."));
}

} // namespace fettle::ui
