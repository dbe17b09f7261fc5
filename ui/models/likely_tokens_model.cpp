#include "ui/models/likely_tokens_model.h"

#include "ui/text/numbers.h"

#include <array>
#include <cmath>

namespace fettle::ui {

namespace {

QVariant cell(const LikelyTokensModel::Row& row, int column) {
    switch (column) {
    case LikelyTokensModel::Token:
        return row.token;
    case LikelyTokensModel::Probability:
        return percentText(std::exp(row.logprob));
    case LikelyTokensModel::LogProb:
        return decimalText(row.logprob, 2);
    default:
        return row.id;
    }
}

} // namespace

LikelyTokensModel::LikelyTokensModel(QObject* parent) : QAbstractTableModel(parent) {}

void LikelyTokensModel::setRows(std::vector<Row> rows) {
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

int LikelyTokensModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int LikelyTokensModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant LikelyTokensModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return cell(row, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::AlignVCenter | (index.column() == Token ? Qt::AlignLeft : Qt::AlignRight));
    case ProbabilityRole:
        return std::exp(row.logprob);
    case ChosenRole:
        return row.isChosen;
    default:
        return {};
    }
}

QVariant LikelyTokensModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount) return {};
    const std::array<QString, ColumnCount> heads = {tr("Token"), tr("Probability"), tr("Log-probability"), tr("Id")};
    return heads[static_cast<std::size_t>(section)];
}

} // namespace fettle::ui
