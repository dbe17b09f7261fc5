#include "ui/pages/runs/queue_card.h"

#include "ui/widgets/button.h"
#include "ui/widgets/style.h"

#include <QHBoxLayout>
#include <QListView>
#include <QVBoxLayout>

namespace fettle::ui {

QueueCard::QueueCard(Workspace& workspace, QWidget* parent)
    : Card(tr("Waiting"), parent), m_workspace(workspace), m_list(new QListView) {
    m_list->setObjectName(QStringLiteral("queue"));
    m_list->setAccessibleName(tr("Runs that wait"));
    m_list->setModel(&workspace.waiting);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMaximumHeight(scaled(96));
    content()->addWidget(m_list);
    const auto addButton = [this](const QString& name, const QString& iconName, const QString& text) {
        auto* button = new IconButton(iconName, text);
        button->setObjectName(name);
        header()->addWidget(button);
        return button;
    };
    auto* up = addButton(QStringLiteral("queueUp"), QStringLiteral("arrow-up"), tr("Earlier"));
    auto* down = addButton(QStringLiteral("queueDown"), QStringLiteral("arrow-down"), tr("Later"));
    auto* out = addButton(QStringLiteral("queueRemove"), QStringLiteral("close"), tr("Remove from the queue"));
    connect(up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(down, &QPushButton::clicked, this, [this] { move(1); });
    connect(out, &QPushButton::clicked, this, &QueueCard::remove);
    connect(&workspace.queue, &RunQueue::changed, this, &QueueCard::show);
    show();
}

void QueueCard::show() {
    setVisible(!m_workspace.queue.waiting().isEmpty());
}

void QueueCard::move(int by) {
    const int from = m_list->currentIndex().row();
    const int to = from + by;
    if (from < 0 || to < 0 || to >= m_workspace.queue.waiting().size()) return;
    m_workspace.queue.move(from, to);
    m_list->setCurrentIndex(m_workspace.waiting.index(to));
}

void QueueCard::remove() {
    const QString folder = m_list->currentIndex().data(QueueModel::FolderRole).toString();
    if (!folder.isEmpty()) m_workspace.queue.remove(folder);
}

} // namespace fettle::ui
