#pragma once

#include "core/base/json.h"
#include "ui/engine/engine_process.h"
#include "ui/text/run_state.h"

#include <QTimer>

#include <optional>
#include <vector>

namespace fettle::ui {

// One run from start to end: commands down, states and events up. Starting a folder that was interrupted resumes it.
class RunController : public QObject {
    Q_OBJECT
public:
    explicit RunController(EngineProgram program, QObject* parent = nullptr);

    void start(const QString& folder); // no effect while a run is active
    void pause();
    void resume();
    void stopAndSave();
    void stopAndDiscard(); // what was trained since the last checkpoint is dropped
    void stopNow();        // kills the engine; what was saved stays
    void saveCheckpoint();
    void sampleNow();

    [[nodiscard]] RunState state() const { return m_state; }
    [[nodiscard]] const QString& folder() const { return m_folder; }
    // Of the last run that failed, with the engine's last log lines.
    [[nodiscard]] const std::optional<Error>& failure() const { return m_failure; }
    [[nodiscard]] const QStringList& lastLog() const { return m_lastLog; }

Q_SIGNALS:
    void stateChanged(const QString& folder, fettle::ui::RunState state);
    // Those of 50 ms at a time.
    void eventsArrived(const QString& folder, const std::vector<fettle::Json>& events);
    void logArrived(const QString& folder, const QStringList& lines);
    void failed(const QString& folder, const fettle::Error& error, const QStringList& lastLog);

private:
    void takeMessage(const Json& message);
    void takeLog(const QString& line);
    void flushSoon(std::size_t waiting);
    void onEnded(const EngineEnd& end);
    void stop(bool savesFirst);
    void enter(RunState state);
    void flush();

    EngineProcess m_process;
    QTimer m_flushTimer;
    std::vector<Json> m_events;
    QStringList m_log;
    RunState m_state = RunState::Idle;
    RunState m_end = RunState::Idle; // announced by the engine; Idle: not yet
    bool m_isKilled = false;         // by stopNow()
    QString m_folder;
    std::optional<Error> m_failure;
    QStringList m_lastLog;
};

} // namespace fettle::ui
