#pragma once

#include <QAbstractListModel>
#include <QHash>
#include <QStringList>

namespace fettle::ui {

// Runs that wait for their turn, first to last.
class QueueModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { FolderRole = Qt::UserRole };

    explicit QueueModel(QObject* parent = nullptr);

    void setWaiting(const QStringList& folders);              // from RunQueue::changed
    void setName(const QString& folder, const QString& name); // shown instead of the folder's own name
    [[nodiscard]] const QStringList& waiting() const { return m_folders; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    QStringList m_folders;
    QHash<QString, QString> m_names;
};

} // namespace fettle::ui
