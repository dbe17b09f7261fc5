#include "ui/models/queue_model.h"

#include <algorithm>

namespace fettle::ui {

QueueModel::QueueModel(QObject* parent) : QAbstractListModel(parent) {}

void QueueModel::add(const QString& folder, const QString& name) {
    if (contains(folder)) return;
    beginInsertRows({}, rowCount(), rowCount());
    m_entries.push_back({folder, name});
    endInsertRows();
    Q_EMIT changed();
}

void QueueModel::remove(const QString& folder) {
    const int row = rowOf(folder);
    if (row < 0) return;
    beginRemoveRows({}, row, row);
    m_entries.erase(m_entries.begin() + row);
    endRemoveRows();
    Q_EMIT changed();
}

void QueueModel::move(int from, int to) {
    const auto isPlace = [this](int place) { return place >= 0 && place < rowCount(); };
    if (!isPlace(from) || !isPlace(to) || from == to) return;
    beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    const Entry moved = m_entries[static_cast<std::size_t>(from)];
    m_entries.erase(m_entries.begin() + from);
    m_entries.insert(m_entries.begin() + to, moved);
    endMoveRows();
    Q_EMIT changed();
}

void QueueModel::setName(const QString& folder, const QString& name) {
    const int row = rowOf(folder);
    if (row < 0 || m_entries[static_cast<std::size_t>(row)].name == name) return;
    m_entries[static_cast<std::size_t>(row)].name = name;
    Q_EMIT dataChanged(index(row), index(row));
}

QStringList QueueModel::folders() const {
    QStringList list;
    for (const Entry& entry : m_entries)
        list << entry.folder;
    return list;
}

int QueueModel::rowOf(const QString& folder) const {
    const auto found = std::ranges::find(m_entries, folder, &Entry::folder);
    return found == m_entries.end() ? -1 : static_cast<int>(found - m_entries.begin());
}

int QueueModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_entries.size());
}

QVariant QueueModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Entry& entry = m_entries[static_cast<std::size_t>(index.row())];
    if (role == FolderRole || role == Qt::ToolTipRole) return entry.folder;
    return role == Qt::DisplayRole ? QVariant(entry.name) : QVariant();
}

} // namespace fettle::ui
