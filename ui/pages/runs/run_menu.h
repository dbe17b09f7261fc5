#pragma once

#include <QMenu>

namespace fettle::ui {

class RunActions;

// All that can be done with the run that is shown.
class RunMenu : public QMenu {
    Q_OBJECT
public:
    explicit RunMenu(RunActions& actions, QWidget* parent = nullptr);

private:
    void fill();

    RunActions& m_actions;
};

} // namespace fettle::ui
