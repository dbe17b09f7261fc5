#include "ui/engine/run_registry.h"

#include "ui/tasks/run_in_background.h"
#include "ui/text/error_json.h"
#include "ui/text/json_values.h"

#include <algorithm>
#include <utility>

// What trains, what waits, and what ended windows left.
namespace fettle::ui {

namespace {

// "auto" may turn out to be any device.
bool isShared(const QString& device, const QString& other) {
    const QString any = QStringLiteral("auto");
    return device == other || device == any || other == any;
}

} // namespace

RunController* RunRegistry::controllerOf(const QString& folder) const {
    const auto trains = [&folder](const RunController* run) {
        return isActive(run->state()) && run->folder() == folder;
    };
    const auto found = std::ranges::find_if(m_controllers, trains);
    return found == m_controllers.end() ? nullptr : *found;
}

QStringList RunRegistry::training() const {
    QStringList folders;
    for (const RunController* run : m_controllers)
        if (isActive(run->state())) folders << run->folder();
    return folders;
}

QString RunRegistry::deviceOf(const QString& folder) const {
    const RunSummary* run = m_list.find(folder);
    return run != nullptr && !run->device.isEmpty() ? run->device : QStringLiteral("auto");
}

bool RunRegistry::isDeviceFree(const QString& folder) const {
    const QString device = deviceOf(folder);
    return std::ranges::none_of(training(), [&](const QString& other) { return isShared(device, deviceOf(other)); });
}

RunController& RunRegistry::freeController() {
    const auto found = std::ranges::find_if(m_controllers, [](const auto* run) { return !isActive(run->state()); });
    if (found != m_controllers.end()) return **found;
    auto* run = new RunController(m_program, this);
    connect(run, &RunController::stateChanged, this, &RunRegistry::onState);
    connect(run, &RunController::eventsArrived, this, &RunRegistry::onEvents);
    connect(run, &RunController::failed, this, &RunRegistry::onFailed);
    connect(run, &RunController::logArrived, this, [this](const QString& folder, const QStringList& lines) {
        record(folder)->appendLog(lines);
        Q_EMIT logArrived(folder, lines);
    });
    // Queued: everyone has heard of an end before the next run begins.
    connect(run, &RunController::stateChanged, this, &RunRegistry::startNext, Qt::QueuedConnection);
    m_controllers.push_back(run);
    return *run;
}

void RunRegistry::enqueue(const QString& folder) {
    if (controllerOf(folder) != nullptr || m_queue.contains(folder)) return;
    if (m_list.rowOf(folder) < 0) refresh();
    m_left.removeAll(folder);
    m_queue.add(folder, nameOf(folder));
    record(folder)->setLiveState(RunState::Queued);
    startNext();
}

void RunRegistry::unqueue(const QString& folder) {
    if (!m_queue.contains(folder)) return;
    m_queue.remove(folder);
    record(folder)->setLiveState(std::nullopt);
}

void RunRegistry::hold() {
    saveQueue(); // what trains now goes on at the next start
    m_isHeld = true;
}

void RunRegistry::startNext() {
    if (m_isHeld) return;
    for (const QString& folder : m_queue.folders()) {
        if (!isDeviceFree(folder)) continue;
        m_queue.remove(folder);
        freeController().start(folder);
    }
}

void RunRegistry::onState(const QString& folder, RunState state) {
    RunRecord* run = record(folder);
    run->setLiveState(state);
    if (!isActive(state)) {
        run->load(); // it has a result now
        refresh();
    }
    saveQueue();
    Q_EMIT stateChanged(folder, state);
}

void RunRegistry::onEvents(const QString& folder, const std::vector<Json>& events) {
    record(folder)->append(events);
    Q_EMIT eventsArrived(folder, events);
    for (const Json& event : events)
        if (textIn(event, "type") == QLatin1String("warning")) Q_EMIT warned(folder, errorFrom(event));
}

void RunRegistry::onFailed(const QString& folder, const Error& error, const QStringList& lastLog) {
    record(folder)->fail(error, lastLog);
    Q_EMIT failed(folder, error, lastLog);
}

QStringList RunRegistry::left() const {
    QStringList folders;
    for (const QString& folder : m_left) {
        const RunSummary* run = m_list.find(folder);
        if (run == nullptr) continue;
        const RunState state = m_list.stateOf(*run);
        if (canResume(state) || state == RunState::Idle) folders << folder;
    }
    return folders;
}

QStringList RunRegistry::interrupted() const {
    QStringList folders;
    for (const RunSummary& run : m_list.runs())
        if (m_list.stateOf(run) == RunState::Interrupted) folders << run.folder;
    return folders;
}

void RunRegistry::forgetLeft() {
    m_left.clear();
    saveQueue();
}

void RunRegistry::saveQueue() {
    const QStringList runs = training() + m_queue.folders() + m_left;
    if (m_isHeld || m_queueFile == nullptr || runs == m_kept) return;
    m_kept = runs;
    change(
        {}, [file = m_queueFile, number = ++m_writes, runs] { file->write(number, runs); }, [] {});
}

} // namespace fettle::ui
