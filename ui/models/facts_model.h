#pragma once

#include <QAbstractTableModel>
#include <QStringList>

#include <vector>

namespace fettle::ui {

// Facts under each other, with a column for each whom they are about: a run, a way to ask.
class FactsModel : public QAbstractTableModel {
    Q_OBJECT
public:
    struct Row {
        QString name, key;  // key: of a setting, as config.json calls it
        QStringList values; // one a column

        bool operator==(const Row&) const = default;
    };

    explicit FactsModel(QObject* parent = nullptr);

    void setRows(const QStringList& columns, const std::vector<Row>& rows);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QStringList m_columns;
    std::vector<Row> m_rows;
};

} // namespace fettle::ui
