#include "ui/models/run_record.h"

#include "core/base/files.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace fettle::ui {

namespace {

constexpr int kLogLinesKept = 5000;

struct Opened {
    StoredRun run;
    QStringList log;
};

// The end of engine.log; absent or unreadable is empty.
QStringList readLog(const QString& folder) {
    QFile file(folder + QStringLiteral("/engine.log"));
    if (!QFileInfo(file).isFile() || !file.open(QIODevice::ReadOnly)) return {}; // a pipe would never end
    constexpr qint64 kMost = 1 << 20;
    if (file.size() > kMost) file.seek(file.size() - kMost);
    return QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
}

Opened openRun(const QString& folder) {
    return {readRun(folder), readLog(folder)};
}

} // namespace

RunRecord::RunRecord(QString folder, QObject* parent) : QObject(parent) {
    m_run.folder = std::move(folder);
}

void RunRecord::load() {
    if (m_isLoading) return;
    m_isLoading = true;
    const QString folder = m_run.folder;
    runInBackground(
        this, [folder] { return openRun(folder); },
        [this](Opened opened) { take(std::move(opened.run), std::move(opened.log)); },
        [this](const Error& error) {
            m_isLoading = false;
            m_early.clear();
            Q_EMIT loadFailed(error);
        });
}

void RunRecord::take(StoredRun run, QStringList log) {
    m_isLoading = false;
    m_isLoaded = true;
    m_metrics.setHistory(std::move(run.data.metrics));
    m_run = std::move(run);
    if (!log.isEmpty()) m_log = std::move(log); // what came live stays where no file holds it
    applyNow(std::exchange(m_early, {}));
    Q_EMIT loaded();
    Q_EMIT changed();
}

void RunRecord::appendLines(const QByteArrayList& lines) {
    if (m_isLoading) {
        m_early += lines;
        return;
    }
    applyNow(lines);
    Q_EMIT changed();
}

void RunRecord::applyNow(const QByteArrayList& lines) {
    if (lines.isEmpty()) return;
    const std::size_t samplesBefore = m_run.data.samples.size();
    const std::int64_t cutsBefore = m_run.data.cuts();
    std::swap(m_run.data.metrics, m_metrics.edit()); // the model holds them, RunData fills them
    for (const QByteArray& line : lines)
        m_run.data.applyLine({line.data(), static_cast<std::size_t>(line.size())});
    std::swap(m_run.data.metrics, m_metrics.edit());
    if (m_run.data.cuts() != cutsBefore)
        m_metrics.notifyReset();
    else
        m_metrics.notifyAppended();
    for (std::size_t i = std::min(samplesBefore, m_run.data.samples.size()); i < m_run.data.samples.size(); ++i)
        Q_EMIT sampleArrived(m_run.data.samples[i]);
}

void RunRecord::appendLog(const QString& line) {
    m_log << line;
    if (m_log.size() > kLogLinesKept) m_log.removeFirst();
    Q_EMIT logArrived(line);
}

void RunRecord::setLiveState(RunState state) {
    m_liveState = state;
    Q_EMIT changed();
}

RunState RunRecord::state() const {
    return m_liveState.value_or(m_run.data.state);
}

double RunRecord::progress() const {
    if (m_run.data.totalSteps <= 0) return 0;
    return std::clamp(static_cast<double>(m_run.data.step) / static_cast<double>(m_run.data.totalSteps), 0.0, 1.0);
}

} // namespace fettle::ui
