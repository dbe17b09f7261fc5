#pragma once

#include "ui/models/conversations_model.h"

#include <QWidget>

class QListView;

namespace fettle::ui {

class Button;

// Conversations that were kept: a click or Enter opens one, Delete removes it, and that can be undone.
class ConversationList : public QWidget {
    Q_OBJECT
public:
    explicit ConversationList(ConversationsModel& conversations, QWidget* parent = nullptr);

private:
    void removeCurrent();
    void showButtons();

    ConversationsModel& m_conversations;
    QListView* m_list;
    Button *m_remove, *m_undo;
};

} // namespace fettle::ui
