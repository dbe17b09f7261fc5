#pragma once

#include "ui/models/metric_model.h"
#include "ui/models/run_data.h"
#include "ui/tasks/run_in_background.h"

#include <QByteArrayList>
#include <QStringList>

namespace fettle::ui {

// One run for the pages: opened from its folder in the background, or fed live.
class RunRecord : public QObject {
    Q_OBJECT
public:
    explicit RunRecord(QString folder, QObject* parent = nullptr);

    void load();                                   // reads the folder anew; ends with loaded() or loadFailed()
    void appendLines(const QByteArrayList& lines); // of a live engine
    void appendLog(const QString& line);
    void setLiveState(RunState state); // what the controller says wins over what the log says

    [[nodiscard]] const QString& folder() const { return m_run.folder; }
    [[nodiscard]] const QString& name() const { return m_run.name; }
    [[nodiscard]] const std::optional<RunConfig>& config() const { return m_run.config; } // the run's saved copy
    [[nodiscard]] const RunData& data() const { return m_run.data; } // its metrics live in metrics()
    [[nodiscard]] const StoredRun& stored() const { return m_run; }
    [[nodiscard]] MetricModel& metrics() { return m_metrics; }
    [[nodiscard]] const MetricModel& metrics() const { return m_metrics; }
    [[nodiscard]] RunState state() const;
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }
    [[nodiscard]] const QStringList& log() const { return m_log; } // engine.log, then what came live
    // Share of the run that is done, 0 to 1.
    [[nodiscard]] double progress() const;

Q_SIGNALS:
    void loaded();
    void loadFailed(const fettle::Error& error);
    void changed(); // any figure, state, sample; not more often than lines arrive
    void sampleArrived(const fettle::ui::RunSample& sample);
    void logArrived(const QString& line);

private:
    void take(StoredRun run, QStringList log);
    void applyNow(const QByteArrayList& lines);

    StoredRun m_run;
    MetricModel m_metrics;
    QStringList m_log;
    std::optional<RunState> m_liveState;
    QByteArrayList m_early; // lines that came while the folder was being read
    bool m_isLoading = false, m_isLoaded = false;
};

} // namespace fettle::ui
