#pragma once

#include "ui/pages/workspace.h"
#include "ui/widgets/card.h"

class QListView;

namespace fettle::ui {

class IconButton;

// Runs that wait for their turn; hidden while there are none.
class QueueCard : public Card {
    Q_OBJECT
public:
    explicit QueueCard(Workspace& workspace, QWidget* parent = nullptr);

private:
    void showQueue();
    void move(int by);
    void remove();

    RunRegistry& m_registry;
    QListView* m_list;
    IconButton *m_earlier, *m_later, *m_remove;
};

} // namespace fettle::ui
