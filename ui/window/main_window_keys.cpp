#include "ui/pages/commands.h"
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
    for (const KeyBinding& binding : keyBindings()) {
        auto* shortcut = new QShortcut(QKeySequence::fromString(binding.keys), this);
        connect(shortcut, &QShortcut::activated, this,
                [this, command = binding.command] { runCommand(*m_set, command); });
    }
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
