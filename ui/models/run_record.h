#pragma once

#include "ui/models/metric_model.h"
#include "ui/models/run_data.h"
#include "ui/tasks/run_in_background.h"

#include <QStringList>

namespace fettle::ui {

// One run for the pages: opened from its folder in the background, or fed live.
class RunRecord : public QObject {
    Q_OBJECT
public:
    explicit RunRecord(QString folder, QObject* parent = nullptr);

    void load();                                  // reads the folder anew; ends with loaded() or loadFailed()
    void readOn();                                // what another program's engine wrote since; changed() follows
    void append(const std::vector<Json>& events); // of a live engine
    void appendLog(const QStringList& lines);
    // What a live engine or the queue says wins over what the log says; nothing: the log says it again.
    void setLiveState(std::optional<RunState> state);
    void fail(const Error& error, const QStringList& lastLog); // until it starts again

    [[nodiscard]] const QString& folder() const { return m_run.folder; }
    [[nodiscard]] const QString& name() const { return m_run.name; }
    [[nodiscard]] const std::optional<RunConfig>& config() const { return m_run.config; } // the run's saved copy
    [[nodiscard]] const RunData& data() const { return m_run.data; } // its metrics live in metrics()
    [[nodiscard]] const StoredRun& stored() const { return m_run; }
    [[nodiscard]] MetricModel& metrics() { return m_metrics; }
    [[nodiscard]] const MetricModel& metrics() const { return m_metrics; }
    [[nodiscard]] RunState state() const;
    [[nodiscard]] std::optional<Error> failure() const; // of a failed run: what its engine or its log says
    [[nodiscard]] QStringList lastLog() const;          // its last lines, of a failed run those before its end
    [[nodiscard]] std::optional<RunState> liveState() const { return m_liveState; }
    [[nodiscard]] bool isLoading() const { return m_isLoading; }
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    [[nodiscard]] const QStringList& log() const { return m_log; } // engine.log, then what came live
    // Share of the run that is done, 0 to 1.
    [[nodiscard]] double progress() const;

Q_SIGNALS:
    void loaded();
    void loadFailed(const fettle::Error& error);
    void changed(); // any figure, state, sample; not more often than lines arrive
    void logArrived(const QStringList& lines);

private:
    void take(StoredRun run, QStringList log);
    void applyNow(const std::vector<Json>& events);
    void takeFurther(const FurtherEvents& further);

    StoredRun m_run;
    MetricModel m_metrics;
    QStringList m_log;
    std::optional<RunState> m_liveState;
    std::optional<Error> m_failure; // told by the engine's end
    QStringList m_lastLog;
    std::vector<Json> m_early; // events that came while the folder was being read
    bool m_isLoading = false, m_isLoaded = false, m_isStale = false, m_isReadingOn = false, m_isFurther = false;
};

} // namespace fettle::ui
