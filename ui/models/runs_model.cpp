#include "ui/models/runs_model.h"

#include <QSet>

#include <algorithm>

namespace fettle::ui {

RunsModel::RunsModel(QObject* parent) : QAbstractTableModel(parent) {}

void RunsModel::setRuns(const std::vector<RunSummary>& runs) {
    QSet<QString> here;
    for (const RunSummary& run : runs)
        here.insert(run.folder);
    for (int row = rowCount() - 1; row >= 0; --row)
        if (!here.contains(folderAt(row))) removeRow(row);
    if (m_runs.empty() && !runs.empty()) {
        beginInsertRows({}, 0, static_cast<int>(runs.size()) - 1);
        m_runs = runs;
        endInsertRows();
    } else {
        for (const RunSummary& run : runs)
            set(run);
    }
    Q_EMIT refreshed();
}

void RunsModel::set(const RunSummary& run) {
    const int row = rowOf(run.folder);
    if (row < 0) return insert(run);
    RunSummary& kept = m_runs[static_cast<std::size_t>(row)];
    if (kept == run) return;
    kept = run;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void RunsModel::insert(const RunSummary& run) {
    const auto place =
        std::ranges::find_if(m_runs, [&run](const RunSummary& other) { return other.since < run.since; });
    const int row = static_cast<int>(place - m_runs.begin());
    beginInsertRows({}, row, row);
    m_runs.insert(place, run);
    endInsertRows();
}

void RunsModel::remove(const QString& folder) {
    if (const int row = rowOf(folder); row >= 0) removeRow(row);
}

void RunsModel::removeRow(int row) {
    beginRemoveRows({}, row, row);
    m_live.remove(folderAt(row));
    m_runs.erase(m_runs.begin() + row);
    endRemoveRows();
}

void RunsModel::setLiveState(const QString& folder, std::optional<RunState> state) {
    if (state == (m_live.contains(folder) ? std::optional(m_live[folder]) : std::nullopt)) return;
    if (state)
        m_live[folder] = *state;
    else
        m_live.remove(folder);
    if (const int row = rowOf(folder); row >= 0) Q_EMIT dataChanged(index(row, State), index(row, State));
}

const RunSummary* RunsModel::find(const QString& folder) const {
    const int row = rowOf(folder);
    return row < 0 ? nullptr : &m_runs[static_cast<std::size_t>(row)];
}

int RunsModel::rowOf(const QString& folder) const {
    const auto found = std::ranges::find(m_runs, folder, &RunSummary::folder);
    return found == m_runs.end() ? -1 : static_cast<int>(found - m_runs.begin());
}

QString RunsModel::folderAt(int row) const {
    return row >= 0 && row < rowCount() ? m_runs[static_cast<std::size_t>(row)].folder : QString();
}

RunState RunsModel::stateOf(const RunSummary& run) const {
    return m_live.value(run.folder, run.state);
}

} // namespace fettle::ui
