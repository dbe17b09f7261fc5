#pragma once

#include <QAbstractListModel>
#include <QStringList>

#include <vector>

namespace fettle::ui {

// Runs that wait for their turn, first to last. A run stands in it once.
class QueueModel : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { FolderRole = Qt::UserRole };

    explicit QueueModel(QObject* parent = nullptr);

    void add(const QString& folder, const QString& name); // at the end
    void remove(const QString& folder);
    void move(int from, int to);
    void setName(const QString& folder, const QString& name);
    [[nodiscard]] bool contains(const QString& folder) const { return rowOf(folder) >= 0; }
    [[nodiscard]] QStringList folders() const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    void changed(); // other runs, or in another order

private:
    struct Entry {
        QString folder, name;
    };
    [[nodiscard]] int rowOf(const QString& folder) const;

    std::vector<Entry> m_entries;
};

} // namespace fettle::ui
