#include "ui/models/queue_model.h"

#include <QFileInfo>

namespace fettle::ui {

QueueModel::QueueModel(QObject* parent) : QAbstractListModel(parent) {}

void QueueModel::setWaiting(const QStringList& folders) {
    beginResetModel();
    m_folders = folders;
    endResetModel();
}

void QueueModel::setName(const QString& folder, const QString& name) {
    m_names[folder] = name;
    const auto row = static_cast<int>(m_folders.indexOf(folder));
    if (row >= 0) Q_EMIT dataChanged(index(row), index(row));
}

int QueueModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_folders.size());
}

QVariant QueueModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const QString& folder = m_folders[index.row()];
    if (role == FolderRole || role == Qt::ToolTipRole) return folder;
    return role == Qt::DisplayRole ? QVariant(m_names.value(folder, QFileInfo(folder).fileName())) : QVariant();
}

} // namespace fettle::ui
