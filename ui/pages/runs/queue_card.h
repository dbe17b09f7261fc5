#pragma once

#include "ui/pages/workspace.h"
#include "ui/widgets/card.h"

class QListView;

namespace fettle::ui {

// Runs that wait for their turn; hidden while there are none.
class QueueCard : public Card {
    Q_OBJECT
public:
    explicit QueueCard(Workspace& workspace, QWidget* parent = nullptr);

private:
    void show();
    void move(int by);
    void remove();

    Workspace& m_workspace;
    QListView* m_list;
};

} // namespace fettle::ui
