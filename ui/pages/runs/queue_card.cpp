#include "ui/pages/runs/queue_card.h"

#include "ui/widgets/button.h"
#include "ui/widgets/style.h"

#include <QHBoxLayout>
#include <QListView>
#include <QVBoxLayout>

namespace fettle::ui {

QueueCard::QueueCard(Workspace& workspace, QWidget* parent)
    : Card(tr("Waiting"), parent), m_registry(workspace.registry), m_list(new QListView) {
    QueueModel& queue = m_registry.queue();
    m_list->setObjectName(QStringLiteral("queue"));
    m_list->setAccessibleName(tr("Runs that wait"));
    m_list->setModel(&queue);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMaximumHeight(scaled(96));
    content()->addWidget(m_list);
    const auto add = [this](const QString& name, const QString& iconName, const QString& text) {
        auto* button = new IconButton(iconName, text);
        button->setObjectName(name);
        header()->addWidget(button);
        return button;
    };
    m_earlier = add(QStringLiteral("queueUp"), QStringLiteral("arrow-up"), tr("Earlier"));
    m_later = add(QStringLiteral("queueDown"), QStringLiteral("arrow-down"), tr("Later"));
    m_remove = add(QStringLiteral("queueRemove"), QStringLiteral("close"), tr("Remove from the queue"));
    connect(m_earlier, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_later, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_remove, &QPushButton::clicked, this, &QueueCard::remove);
    connect(&queue, &QueueModel::changed, this, &QueueCard::showQueue);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &QueueCard::showQueue);
    showQueue();
}

// The first is chosen where none is, so that the buttons have something to act on.
void QueueCard::showQueue() {
    const int rows = m_registry.queue().rowCount();
    setVisible(rows > 0);
    if (rows > 0 && !m_list->currentIndex().isValid()) m_list->setCurrentIndex(m_registry.queue().index(0));
    const int row = m_list->currentIndex().row();
    m_earlier->setEnabled(row > 0);
    m_later->setEnabled(row >= 0 && row + 1 < rows);
    m_remove->setEnabled(row >= 0);
}

// The chosen run stays chosen: the list is told of a move.
void QueueCard::move(int by) {
    const int from = m_list->currentIndex().row();
    if (from >= 0) m_registry.queue().move(from, from + by);
}

void QueueCard::remove() {
    const QString folder = m_list->currentIndex().data(QueueModel::FolderRole).toString();
    if (!folder.isEmpty()) m_registry.unqueue(folder);
}

} // namespace fettle::ui
