#include "ui/pages/runs/run_facts_model.h"

#include <algorithm>

namespace fettle::ui {

RunFactsModel::RunFactsModel(QObject* parent) : QAbstractTableModel(parent) {}

void RunFactsModel::setRows(const QStringList& runs, const std::vector<Row>& rows) {
    if (runs == m_runs && rows == m_rows) return;
    if (runs == m_runs && std::ranges::equal(rows, m_rows, {}, &Row::name, &Row::name)) {
        m_rows = rows;
        Q_EMIT dataChanged(index(0, 1), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    beginResetModel();
    m_runs = runs;
    m_rows = rows;
    endResetModel();
}

int RunFactsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RunFactsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(m_runs.size()) + 1;
}

QVariant RunFactsModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid)) return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    if (role == Qt::ToolTipRole && index.column() == 0) return row.key.isEmpty() ? row.name : row.key;
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole) return {};
    return index.column() == 0 ? row.name : row.values.value(index.column() - 1);
}

QVariant RunFactsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    return section == 0 ? QString() : m_runs.value(section - 1);
}

std::vector<RunFactsModel::Row> settingRows(const RunConfig& config) {
    std::vector<RunFactsModel::Row> rows;
    for (const SettingFact& setting : settingsOf(config))
        rows.push_back({.name = setting.name, .key = setting.key, .values = {setting.value}});
    return rows;
}

namespace {

RunFactsModel::Row settingRow(const QString& key, const std::vector<ComparedRun>& runs) {
    RunFactsModel::Row row{.key = key};
    for (const ComparedRun& run : runs) {
        const auto found = std::ranges::find(run.settings, key, &SettingFact::key);
        row.values << (found == run.settings.end() ? QStringLiteral("\u2013") : found->value);
        if (found != run.settings.end()) row.name = found->name;
    }
    return row;
}

} // namespace

std::vector<RunFactsModel::Row> comparedRows(const std::vector<ComparedRun>& runs) {
    std::vector<RunFactsModel::Row> rows;
    QStringList keys;
    for (const ComparedRun& run : runs) {
        for (std::size_t i = 0; i < run.results.size(); ++i) {
            if (rows.size() <= i) rows.push_back({.name = run.results[i].name});
            rows[i].values << run.results[i].value;
        }
        for (const SettingFact& setting : run.settings)
            if (!keys.contains(setting.key)) keys << setting.key;
    }
    keys.removeOne(QStringLiteral("name")); // it heads the column
    for (const QString& key : keys)
        if (const RunFactsModel::Row row = settingRow(key, runs);
            row.values.count(row.values.front()) < row.values.size())
            rows.push_back(row);
    return rows;
}

} // namespace fettle::ui
