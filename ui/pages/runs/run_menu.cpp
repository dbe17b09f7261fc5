#include "ui/pages/runs/run_menu.h"

#include "ui/pages/runs/run_actions.h"

namespace fettle::ui {

RunMenu::RunMenu(RunActions& actions, QWidget* parent) : QMenu(parent), m_actions(actions) {
    setObjectName(QStringLiteral("runMenu"));
    connect(this, &QMenu::aboutToShow, this, &RunMenu::fill);
}

void RunMenu::fill() {
    clear();
    for (const QList<QAction*>& group : m_actions.menu()) {
        if (!isEmpty()) addSeparator();
        addActions(group);
    }
}

} // namespace fettle::ui
