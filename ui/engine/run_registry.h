#pragma once

#include "ui/engine/queue_file.h"
#include "ui/engine/run_controller.h"
#include "ui/models/queue_model.h"
#include "ui/models/run_files.h"
#include "ui/models/run_record.h"
#include "ui/models/runs_model.h"
#include "ui/tasks/path_watch.h"

#include <QHash>
#include <QTimer>

#include <functional>

namespace fettle::ui {

// Every run by its folder: what is stored, what trains, what failed, what waits. Deleting a run forgets all of it, and
// what other programs do to the folders is seen.
class RunRegistry : public QObject {
    Q_OBJECT
public:
    RunRegistry(EngineProgram program, QString folder, QObject* parent = nullptr); // the folder of all runs

    void setFolder(const QString& folder); // and reads it
    void refresh();                        // in the background; it is watched from then on
    [[nodiscard]] const QString& folder() const { return m_folder; }
    [[nodiscard]] RunsModel& list() { return m_list; }
    [[nodiscard]] QueueModel& queue() { return m_queue; }   // to be shown and reordered
    [[nodiscard]] RunRecord* record(const QString& folder); // loaded() follows the first call; goes after removed()
    [[nodiscard]] QString nameOf(const QString& folder) const;

    // In the background; created() or removed() follow, or a changed record; else failed() or createFailed().
    void create(const RunConfig& config);
    void rename(const QString& folder, const QString& name);
    void remove(const QString& folder);
    void extend(const QString& folder, double more, DurationUnit unit); // and trains it

    void enqueue(const QString& folder); // starts once no other run has its device
    void unqueue(const QString& folder);
    void hold(); // starts nothing any more: the window closes
    [[nodiscard]] RunController* controllerOf(const QString& folder) const; // null: no engine of ours trains it
    [[nodiscard]] QStringList training() const;
    [[nodiscard]] bool isTraining() const { return !training().isEmpty(); }

    [[nodiscard]] QStringList left() const;        // what ended windows trained or had waiting, and can go on
    [[nodiscard]] QStringList interrupted() const; // what lost its engine otherwise, the latest first
    void forgetLeft();

Q_SIGNALS:
    void created(const QString& folder);
    void createFailed(const fettle::Error& error);
    void removed(const QString& folder); // by remove(), or it is not there any more
    void stateChanged(const QString& folder, fettle::ui::RunState state);
    void eventsArrived(const QString& folder, const std::vector<fettle::Json>& events);
    void logArrived(const QString& folder, const QStringList& lines);
    void warned(const QString& folder, const fettle::Error& warning);
    // Its engine, or what was to be done to its folder; an empty folder: the queue could not be kept.
    void failed(const QString& folder, const fettle::Error& error, const QStringList& lastLog);

private:
    struct Reading {
        QString folder;
        std::vector<RunSummary> runs;
        std::shared_ptr<QueueFile> queue;
    };
    void take(const Reading& reading);
    void forget(const QString& folder);
    void follow(RunRecord& record);
    void watch();
    void onPathChanged(const QString& path);
    void readChanged();
    void change(const QString& folder, std::function<void()> work, std::function<void()> then);

    RunController& freeController();
    void startNext();
    void onState(const QString& folder, RunState state);
    void onEvents(const QString& folder, const std::vector<Json>& events);
    void onFailed(const QString& folder, const Error& error, const QStringList& lastLog);
    void saveQueue();
    [[nodiscard]] QString deviceOf(const QString& folder) const;
    [[nodiscard]] bool isDeviceFree(const QString& folder) const;

    EngineProgram m_program;
    QString m_folder;
    RunsModel m_list;
    QueueModel m_queue;
    QHash<QString, RunRecord*> m_records;
    std::vector<RunController*> m_controllers; // those without an active run are used again
    bool m_isHeld = false;

    std::shared_ptr<QueueFile> m_queueFile; // null: not opened yet
    QStringList m_left, m_kept;             // m_kept: what was last written
    int m_writes = 0;

    bool m_isReading = false, m_isStale = false;
    PathWatch m_watch;
    QTimer m_changeTimer;
    QSet<QString> m_changedPaths;
};

} // namespace fettle::ui
