#pragma once

#include "core/plan/plan.h"
#include "ui/tasks/run_in_background.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace fettle::ui {

// Says what a configuration would do, 300 ms after it last changed. Tokenised data is kept while nothing that matters
// for it changes.
class Planner : public QObject {
    Q_OBJECT
public:
    explicit Planner(QObject* parent = nullptr);

    void setDevices(const Json& devices); // of `fettle devices --json`; without: this CPU
    void setConfig(const RunConfig& config);
    void planNow(); // without the wait

    [[nodiscard]] const RunConfig& config() const { return m_config; }
    [[nodiscard]] const std::optional<Plan>& plan() const { return m_plan; } // empty while there is none
    [[nodiscard]] bool isBusy() const { return m_isBusy; }
    // Seconds that the run would take, from the speed of earlier runs on this device; 0: unknown.
    [[nodiscard]] double expectedSeconds() const;
    void learnSpeed(double parameters, double tokensPerSecond); // of a run that was seen

Q_SIGNALS:
    void started();
    void progressed(qint64 done, qint64 total);
    void planned();
    void failed(const fettle::Error& error); // e.g. no such file; plan() is empty then

private:
    struct Prepared;
    void start();

    RunConfig m_config;
    Json m_devices;
    std::optional<Plan> m_plan;
    std::shared_ptr<const Prepared> m_prepared;
    QTimer m_timer;
    Task m_task;
    bool m_isBusy = false;
    double m_flopsPerSecond = 0;
};

} // namespace fettle::ui
