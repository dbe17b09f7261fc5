#pragma once

#include "core/plan/plan.h"
#include "ui/tasks/progress_watch.h"
#include "ui/tasks/run_in_background.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace fettle::ui {

// Says what a configuration would do, 300 ms after it last changed. Tokenised data is kept while nothing that matters
// for it changes. An answer, plan() or failure(), carries the configuration that it was made from.
class Planner : public QObject {
    Q_OBJECT
public:
    explicit Planner(QObject* parent = nullptr);

    void setDevices(const Json& devices); // of `fettle devices --json`; without: this CPU
    void setConfig(const RunConfig& config);
    void planNow(); // without the wait

    [[nodiscard]] const RunConfig& config() const { return m_config; }
    [[nodiscard]] const std::optional<Plan>& plan() const { return m_plan; }        // empty while there is none
    [[nodiscard]] const std::optional<Error>& failure() const { return m_failure; } // why there is none
    [[nodiscard]] const RunConfig& stamp() const { return m_stamp; }                // that plan() was made from
    // The answer is for this configuration on these devices, and no other one is being waited for.
    [[nodiscard]] bool hasAnswered(const RunConfig& config) const;
    [[nodiscard]] std::uint64_t deviceMemory() const { return m_deviceMemory; } // that a run may use; 0: unknown
    [[nodiscard]] bool isBusy() const { return m_isBusy; }

Q_SIGNALS:
    void outdated(); // another question: the answer at hand is to an earlier one
    void started();
    void progressed(qint64 done, qint64 total);
    void planned();
    void failed(const fettle::Error& error); // e.g. no such file; plan() is empty then

private:
    struct Prepared;
    struct Outcome;
    static std::shared_ptr<const Prepared> prepare(const RunConfig& config, const std::string& key,
                                                   const std::shared_ptr<ProgressCell>& progress,
                                                   const CancelFlag& flag);
    static Outcome planOf(const RunConfig& config, const Json& devices, std::shared_ptr<const Prepared> prepared,
                          const std::shared_ptr<ProgressCell>& progress, const CancelFlag& flag);
    void take(Outcome outcome);
    void fail(const Error& error);
    void end(std::uint64_t question, const RunConfig& config);

    RunConfig m_config, m_stamp;
    std::uint64_t m_asked = 0, m_answered = 0; // numbers of questions: each change is one
    Json m_devices;
    std::optional<Plan> m_plan;
    std::optional<Error> m_failure;
    std::uint64_t m_deviceMemory = 0;
    std::shared_ptr<const Prepared> m_prepared;
    ProgressWatch m_progress;
    QTimer m_timer;
    Task m_task;
    bool m_isBusy = false;
};

} // namespace fettle::ui
