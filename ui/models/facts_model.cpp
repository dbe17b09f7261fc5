#include "ui/models/facts_model.h"

#include <algorithm>

namespace fettle::ui {

FactsModel::FactsModel(QObject* parent) : QAbstractTableModel(parent) {}

void FactsModel::setRows(const QStringList& columns, const std::vector<Row>& rows) {
    if (columns == m_columns && rows == m_rows) return;
    if (columns == m_columns && std::ranges::equal(rows, m_rows, {}, &Row::name, &Row::name)) {
        m_rows = rows;
        Q_EMIT dataChanged(index(0, 1), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_columns = columns;
    m_rows = rows;
    endResetModel();
}

int FactsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int FactsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size()) + 1;
}

QVariant FactsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::ToolTipRole && index.column() == 0) return row.key.isEmpty() ? row.name : row.key;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    return index.column() == 0 ? row.name : row.values.value(index.column() - 1);
}

QVariant FactsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    return section == 0 ? QString() : m_columns.value(section - 1);
}

} // namespace fettle::ui
