#include "ui/engine/run_controller.h"

#include "ui/text/error_json.h"
#include "ui/text/json_values.h"

#include <utility>

namespace fettle::ui {

namespace {

constexpr int kFlushMilliseconds = 50;
constexpr std::size_t kMostWaiting = 512; // handed on at once: a flood must not become one long event

RunState endOf(const Json& message) {
    return textIn(message, "reason") == QLatin1String("stopped") ? RunState::Stopped : RunState::Finished;
}

} // namespace

RunController::RunController(EngineProgram program, QObject* parent)
    : QObject(parent), m_process(std::move(program), this), m_flushTimer(this) {
    m_flushTimer.setSingleShot(true);
    m_flushTimer.setInterval(kFlushMilliseconds);
    connect(&m_flushTimer, &QTimer::timeout, this, &RunController::flush);
    connect(&m_process, &EngineProcess::messageArrived, this, &RunController::takeMessage);
    connect(&m_process, &EngineProcess::logArrived, this, &RunController::takeLog);
    connect(&m_process, &EngineProcess::ended, this, &RunController::onEnded);
}

void RunController::start(const QString& folder) {
    if (isActive(m_state)) return;
    m_folder = folder;
    m_end = RunState::Idle;
    m_isKilled = false;
    m_failure.reset();
    m_lastLog.clear();
    enter(RunState::Starting);
    m_process.start({QStringLiteral("train"), folder, QStringLiteral("--attached")});
}

void RunController::pause() {
    if (m_state != RunState::Training) return;
    m_process.send({{"command", "pause"}, {"release_memory", false}});
    enter(RunState::Pausing);
}

void RunController::resume() {
    if (m_state == RunState::Paused) m_process.send({{"command", "resume"}});
}

void RunController::stopAndSave() {
    stop(true);
}

void RunController::stopAndDiscard() {
    stop(false);
}

void RunController::stop(bool savesFirst) {
    if (!isActive(m_state) || m_state == RunState::Stopping) return;
    m_process.send({{"command", "stop"}, {"save", savesFirst}});
    enter(RunState::Stopping);
}

void RunController::stopNow() {
    if (!isActive(m_state)) return;
    m_isKilled = true;
    m_process.kill();
}

void RunController::saveCheckpoint() {
    if (isActive(m_state)) m_process.send({{"command", "checkpoint"}});
}

void RunController::sampleNow() {
    if (isActive(m_state)) m_process.send({{"command", "sample"}});
}

void RunController::takeLog(const QString& line) {
    m_log << line;
    flushSoon(static_cast<std::size_t>(m_log.size()));
}

void RunController::flushSoon(std::size_t waiting) {
    if (waiting >= kMostWaiting)
        flush();
    else if (!m_flushTimer.isActive())
        m_flushTimer.start();
}

void RunController::takeMessage(const Json& message) {
    m_events.push_back(message);
    flushSoon(m_events.size());
    const QString type = textIn(message, "type");
    if (type == QLatin1String("ended")) m_end = endOf(message);
    if (type == QLatin1String("failed")) {
        m_end = RunState::Failed;
        m_failure = errorFrom(message);
    }
    if (m_state == RunState::Stopping) return;
    if (type == QLatin1String("paused")) enter(RunState::Paused);
    if (type == QLatin1String("resumed") || (type == QLatin1String("step") && m_state == RunState::Starting))
        enter(RunState::Training);
}

void RunController::onEnded(const EngineEnd& end) {
    m_lastLog = end.lastLog;
    if (m_isKilled) return enter(RunState::Interrupted);
    if (m_end == RunState::Idle) {
        m_failure = end.asError();
        m_end = RunState::Failed;
    }
    enter(m_end);
    if (m_end == RunState::Failed) Q_EMIT failed(m_folder, *m_failure, m_lastLog);
}

void RunController::enter(RunState state) {
    flush(); // events belong before the state that follows from them
    if (state == m_state) return;
    m_state = state;
    Q_EMIT stateChanged(m_folder, state);
}

void RunController::flush() {
    m_flushTimer.stop();
    if (!m_events.empty()) Q_EMIT eventsArrived(m_folder, std::exchange(m_events, {}));
    if (!m_log.isEmpty()) Q_EMIT logArrived(m_folder, std::exchange(m_log, {}));
}

} // namespace fettle::ui
