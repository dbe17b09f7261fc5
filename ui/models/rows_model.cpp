#include "ui/models/rows_model.h"

#include "ui/text/names.h"

#include <algorithm>

namespace fettle::ui {

namespace {

constexpr qsizetype kShownCharacters = 300; // of a cell; the inspector shows all
constexpr std::size_t kShownBytes = 4 * kShownCharacters;

QString oneLine(const std::string& text) {
    // The cut may split a character, which then is no part of what is shown.
    QString shown = QString::fromUtf8(text.data(), static_cast<qsizetype>(std::min(text.size(), kShownBytes)));
    shown.truncate(kShownCharacters);
    return shown.simplified();
}

QString nameOf(const RowColumn& column) {
    return QString::fromUtf8(column.name.data(), static_cast<qsizetype>(column.name.size()));
}

} // namespace

RowsModel::RowsModel(QObject* parent) : QAbstractTableModel(parent) {}

void RowsModel::setRows(std::shared_ptr<const DatasetFile> file) {
    beginResetModel();
    m_file = std::move(file);
    const Example* first = example(0);
    m_columns = first ? viewOf(first->row).columns : std::span<const RowColumn>();
    endResetModel();
}

const Example* RowsModel::example(int row) const {
    return row >= 0 && row < rowCount() ? &m_file->examples[static_cast<std::size_t>(row)] : nullptr;
}

int RowsModel::rowOfLine(std::int64_t line) const {
    if (!m_file) return -1;
    const auto found = std::ranges::lower_bound(m_file->examples, line, {},
                                                [](const Example& example) { return example.origin.line; });
    const bool isThere = found != m_file->examples.end() && found->origin.line == line;
    return isThere ? static_cast<int>(found - m_file->examples.begin()) : -1;
}

bool RowsModel::holdsPairs() const {
    return std::ranges::find(m_columns, "rejected", &RowColumn::name) != m_columns.end();
}

int RowsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !m_file ? 0 : static_cast<int>(m_file->examples.size());
}

int RowsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
}

QVariant RowsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row& row = example(index.row())->row;
    const RowView& view = viewOf(row);
    const auto column = static_cast<std::size_t>(index.column());
    const bool isCount = m_columns[column].kind == RowColumn::Kind::Count;
    switch (role) {
    case Qt::DisplayRole:
        return column < view.columns.size() ? oneLine(view.cell(row, column)) : QString();
    case Qt::TextAlignmentRole:
        return QVariant((isCount ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case RawRole:
        return QString::fromStdString(view.object(row).dump(2, ' ', false, Json::error_handler_t::replace));
    default:
        return {};
    }
}

QVariant RowsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical) {
        const Example* shown = role == Qt::DisplayRole ? example(section) : nullptr;
        return shown ? QVariant(static_cast<qlonglong>(shown->origin.line)) : QVariant();
    }
    if (section < 0 || section >= columnCount()) return {};
    const RowColumn& column = m_columns[static_cast<std::size_t>(section)];
    if (role == Qt::TextAlignmentRole && column.kind == RowColumn::Kind::Count)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == ColumnRole) return column.kind == RowColumn::Kind::Read ? nameOf(column) : QVariant();
    return role == Qt::DisplayRole ? QVariant(rowColumnName(nameOf(column))) : QVariant();
}

} // namespace fettle::ui
