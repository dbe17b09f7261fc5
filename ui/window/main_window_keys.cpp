#include "ui/pages/commands.h"
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
    event->setAccepted(m_isReady || m_closing->mayClose());
}

} // namespace fettle::ui
