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
    m_isStale = m_isLoading; // what is being read may lack what is asked for now
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
    if (m_liveState && !isActive(*m_liveState) && *m_liveState != RunState::Queued && !m_failure)
        m_liveState.reset();                    // the log has its end as well
    if (!log.isEmpty()) m_log = std::move(log); // what came live stays where no file holds it
    applyNow(std::exchange(m_early, {}));
    Q_EMIT loaded();
    Q_EMIT changed();
    if (m_isStale) load();
}

void RunRecord::readOn() {
    m_isFurther = m_isReadingOn;
    if (m_isLoading || !m_isLoaded || m_isReadingOn) return;
    m_isReadingOn = true;
    runInBackground(
        this, [folder = m_run.folder, from = m_run.eventBytes] { return readFurther(folder, from); },
        [this](const FurtherEvents& further) {
            m_isReadingOn = false;
            takeFurther(further);
            if (m_isFurther) readOn();
        },
        [this](const Error&) { m_isReadingOn = false; }); // gone: the list says so
}

void RunRecord::takeFurther(const FurtherEvents& further) {
    if (further.isOther) return load();
    if (further.events.empty()) return;
    m_run.eventBytes = further.bytes;
    applyNow(further.events);
    if (!isActive(m_run.data.state)) return load(); // its end: there is a result now
    Q_EMIT changed();
}

void RunRecord::append(const std::vector<Json>& events) {
    if (m_isLoading) {
        m_early.insert(m_early.end(), events.begin(), events.end());
        return;
    }
    applyNow(events);
    Q_EMIT changed();
}

void RunRecord::applyNow(const std::vector<Json>& events) {
    if (events.empty()) return;
    const std::int64_t cutsBefore = m_run.data.cuts();
    std::swap(m_run.data.metrics, m_metrics.edit()); // the model holds them, RunData fills them
    for (const Json& event : events)
        m_run.data.apply(event);
    std::swap(m_run.data.metrics, m_metrics.edit());
    if (m_run.data.cuts() != cutsBefore)
        m_metrics.notifyReset();
    else
        m_metrics.notifyAppended();
}

void RunRecord::appendLog(const QStringList& lines) {
    m_log << lines;
    if (m_log.size() > kLogLinesKept) m_log.remove(0, m_log.size() - kLogLinesKept);
    Q_EMIT logArrived(lines);
}

void RunRecord::setLiveState(std::optional<RunState> state) {
    if (state && isActive(*state)) m_failure.reset();
    if (m_liveState == state) return;
    m_liveState = state;
    Q_EMIT changed();
}

void RunRecord::fail(const Error& error, const QStringList& lastLog) {
    m_failure = error;
    m_lastLog = lastLog;
    m_liveState = RunState::Failed;
    Q_EMIT changed();
}

RunState RunRecord::state() const {
    return m_liveState.value_or(m_run.data.state);
}

std::optional<Error> RunRecord::failure() const {
    if (state() != RunState::Failed) return std::nullopt;
    return m_failure ? m_failure : m_run.data.failure;
}

QStringList RunRecord::lastLog() const {
    constexpr qsizetype kTail = 20;
    return m_failure && !m_lastLog.isEmpty() ? m_lastLog : m_log.mid(std::max<qsizetype>(0, m_log.size() - kTail));
}

double RunRecord::progress() const {
    if (m_run.data.totalSteps <= 0) return 0;
    return std::clamp(static_cast<double>(m_run.data.step) / static_cast<double>(m_run.data.totalSteps), 0.0, 1.0);
}

} // namespace fettle::ui
