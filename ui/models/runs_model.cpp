#include "ui/models/runs_model.h"

#include "core/config/fields.h"
#include "ui/text/names.h"
#include "ui/text/numbers.h"

#include <QFileInfo>

#include <algorithm>

namespace fettle::ui {

namespace fs = std::filesystem;

namespace {

// Unsigned: the sums below may wrap around.
quint64 changeTime(const fs::path& file) {
    std::error_code absent;
    const auto time = fs::last_write_time(file, absent);
    const auto size = fs::file_size(file, absent);
    return absent ? 0 : static_cast<quint64>(time.time_since_epoch().count()) ^ size;
}

quint64 stampOf(const RunFolder& folder) {
    return changeTime(folder.configFile()) * 31 + changeTime(folder.eventsFile());
}

QString modelName(const RunConfig& config) {
    return QFileInfo(QString::fromStdString(config.model.path)).fileName();
}

QString methodName(const RunConfig& config) {
    const auto text = [](std::string_view kind) { return QString::fromStdString(std::string(kind)); };
    return RunsModel::tr("%1, %2").arg(objectiveName(text(kindName(config.objective))),
                                       adapterName(text(kindName(config.adapter))));
}

} // namespace

RunsModel::RunsModel(QObject* parent) : QAbstractTableModel(parent) {}

void RunsModel::setFolder(const QString& folder) {
    m_folder = folder;
    refresh();
}

RunsModel::Row RunsModel::rowFrom(const StoredRun& run) {
    const RunData& data = run.data;
    Row row{.folder = run.folder, .name = run.name, .result = run.result, .state = data.state};
    if (run.config) {
        row.model = modelName(*run.config);
        row.method = methodName(*run.config);
        row.config = QByteArray::fromStdString(toJson(*run.config).dump());
    }
    row.spark = sparkline(data.metrics.steps.values(QStringLiteral("loss")));
    if (data.step > 0) row.loss = data.loss;
    row.best = data.bestEvaluation;
    row.seconds = data.seconds;
    row.progress = data.totalSteps > 0 ? static_cast<double>(data.step) / static_cast<double>(data.totalSteps) : 0;
    row.parameters = static_cast<double>(data.parametersTotal);
    row.tokensPerSecond = data.tokensPerSecond;
    row.started = data.startedAt;
    return row;
}

std::vector<RunsModel::Row> RunsModel::readAll(const QString& folder, const std::vector<Row>& known,
                                               const CancelFlag& flag) {
    std::vector<Row> rows;
    std::error_code absent; // nothing was trained yet
    for (const auto& entry : fs::directory_iterator(folder.toStdString(), absent)) {
        flag.throwIfRequested();
        const RunFolder run{entry.path()};
        std::error_code unreadable;
        if (!fs::exists(run.configFile(), unreadable)) continue;
        const QString path = QString::fromStdString(run.path().string());
        const quint64 stamp = stampOf(run);
        const auto old = std::ranges::find(known, path, &Row::folder);
        // An ended run with the same files says the same; the others may have lost their engine.
        const bool isSame = old != known.end() && old->stamp == stamp && !isActive(old->state);
        try {
            rows.push_back(isSame ? *old : rowFrom(readRun(path)));
            rows.back().stamp = stamp;
        } catch (const Error&) { // removed meanwhile, or not ours to read
        }
    }
    std::ranges::sort(rows, [](const Row& a, const Row& b) {
        return a.started != b.started ? a.started > b.started : a.folder < b.folder;
    });
    return rows;
}

void RunsModel::refresh() {
    m_reading.cancel();
    m_isReading = true;
    m_reading = runInBackground(
        this, [folder = m_folder, known = m_rows](const CancelFlag& flag) { return readAll(folder, known, flag); },
        [this](std::vector<Row> rows) {
            m_isReading = false;
            take(std::move(rows));
            Q_EMIT refreshed();
            tellSpeed();
        },
        [this](const Error& error) {
            m_isReading = false;
            Q_EMIT failed(error);
        });
}

void RunsModel::take(std::vector<Row> rows) {
    const bool isSameList = std::ranges::equal(rows, m_rows, {}, &Row::folder, &Row::folder);
    if (isSameList) {
        m_rows = std::move(rows);
        if (!m_rows.empty()) Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    } else {
        beginResetModel();
        m_rows = std::move(rows);
        endResetModel();
    }
    for (RunRecord* record : std::as_const(m_records))
        if (record->isLoaded() && isActive(record->state())) updateFrom(*record);
}

void RunsModel::tellSpeed() {
    const auto hasSpeed = [](const Row& row) { return row.parameters > 0 && row.tokensPerSecond > 0; };
    const auto latest = std::ranges::find_if(m_rows, hasSpeed);
    if (latest != m_rows.end()) Q_EMIT speedSeen(latest->parameters, latest->tokensPerSecond);
}

RunRecord* RunsModel::record(const QString& folder) {
    RunRecord*& record = m_records[folder];
    if (record != nullptr) return record;
    record = new RunRecord(folder, this);
    if (m_live.contains(folder)) record->setLiveState(m_live[folder]);
    connect(record, &RunRecord::changed, this, [this, record] { updateFrom(*record); });
    record->load();
    return record;
}

void RunsModel::updateFrom(const RunRecord& record) {
    const int row = rowOf(record.folder());
    if (row < 0 || !record.isLoaded()) return;
    Row& kept = m_rows[static_cast<std::size_t>(row)];
    Row fresh = rowFrom(record.stored());
    fresh.spark = sparkline(record.metrics().values(QStringLiteral("loss")));
    fresh.stamp = isActive(record.state()) ? 0 : kept.stamp;
    kept = std::move(fresh);
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

int RunsModel::rowOf(const QString& folder) const {
    const auto found = std::ranges::find(m_rows, folder, &Row::folder);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

QString RunsModel::folderAt(int row) const {
    return row >= 0 && row < rowCount() ? m_rows[static_cast<std::size_t>(row)].folder : QString();
}

QStringList RunsModel::interrupted() const {
    QStringList folders;
    for (const Row& row : m_rows)
        if (stateOf(row) == RunState::Interrupted) folders << row.folder;
    return folders;
}

RunState RunsModel::stateOf(const Row& row) const {
    if (m_waiting.contains(row.folder)) return RunState::Queued;
    return m_live.value(row.folder, row.state);
}

void RunsModel::setLiveState(const QString& folder, RunState state) {
    m_live[folder] = state;
    record(folder)->setLiveState(state);
    if (!isActive(state)) record(folder)->load(); // it has a result now
    if (rowOf(folder) < 0 || !isActive(state)) refresh();
}

void RunsModel::setWaiting(const QStringList& folders) {
    m_waiting = folders;
    if (std::ranges::any_of(folders, [this](const QString& folder) { return rowOf(folder) < 0; })) refresh();
    if (!m_rows.empty()) Q_EMIT dataChanged(index(0, State), index(rowCount() - 1, State));
}

void RunsModel::appendLines(const QString& folder, const QByteArrayList& lines) {
    record(folder)->appendLines(lines);
}

void RunsModel::appendLog(const QString& folder, const QString& line) {
    record(folder)->appendLog(line);
}

} // namespace fettle::ui
