#include "ui/pages/chat/conversation_list.h"

#include "ui/widgets/button.h"
#include "ui/widgets/flow_layout.h"

#include <QListView>
#include <QShortcut>
#include <QVBoxLayout>

namespace fettle::ui {

ConversationList::ConversationList(ConversationsModel& conversations, QWidget* parent)
    : QWidget(parent), m_conversations(conversations), m_list(new QListView), m_remove(new Button(tr("Delete"))),
      m_undo(new Button(tr("Undo deleting"))) {
    m_list->setObjectName(QStringLiteral("conversations"));
    m_list->setAccessibleName(tr("Conversations"));
    m_list->setModel(&conversations);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setTextElideMode(Qt::ElideRight);
    m_remove->setObjectName(QStringLiteral("removeConversation"));
    m_undo->setObjectName(QStringLiteral("restoreConversation"));
    auto* buttons = new QWidget;
    auto* row = new FlowLayout(kGap, 0, buttons);
    row->addWidget(m_remove);
    row->addWidget(m_undo);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    const auto open = [this](const QModelIndex& index) { m_conversations.open(index.row()); };
    connect(m_list, &QListView::clicked, this, open);
    connect(m_list, &QListView::activated, this, open);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ConversationList::showButtons);
    connect(&conversations, &QAbstractItemModel::modelReset, this, &ConversationList::showButtons);
    connect(&conversations, &ConversationsModel::removed, this, &ConversationList::showButtons);
    connect(m_remove, &QPushButton::clicked, this, &ConversationList::removeCurrent);
    connect(m_undo, &QPushButton::clicked, this, [this] {
        m_conversations.restore();
        showButtons();
    });
    auto* key = new QShortcut(QKeySequence::Delete, m_list);
    key->setContext(Qt::WidgetShortcut);
    connect(key, &QShortcut::activated, this, &ConversationList::removeCurrent);
    showButtons();
}

void ConversationList::removeCurrent() {
    if (m_list->currentIndex().isValid()) m_conversations.remove(m_list->currentIndex().row());
}

void ConversationList::showButtons() {
    m_remove->setEnabled(m_list->currentIndex().isValid());
    m_undo->setVisible(m_conversations.canRestore());
}

} // namespace fettle::ui
