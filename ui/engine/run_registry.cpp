#include "ui/engine/run_registry.h"

#include "ui/models/run_summaries.h"
#include "ui/tasks/run_in_background.h"

#include <QFileInfo>

#include <utility>

namespace fettle::ui {

namespace {

constexpr int kChangeMilliseconds = 200; // what happens meanwhile on the disk is read at once
const QString kEventsFile = QStringLiteral("/events.jsonl");

// A folder that is not there yet, or cannot be written to, keeps no queue.
std::shared_ptr<QueueFile> openQueue(const QString& folder) {
    if (!std::filesystem::exists(folder.toStdString())) return nullptr;
    try {
        return std::make_shared<QueueFile>(privateFolder(folder));
    } catch (const Error&) {
        return nullptr;
    }
}

} // namespace

RunRegistry::RunRegistry(EngineProgram program, QString folder, QObject* parent)
    : QObject(parent), m_program(std::move(program)), m_folder(std::move(folder)) {
    m_changeTimer.setSingleShot(true);
    m_changeTimer.setInterval(kChangeMilliseconds);
    connect(&m_changeTimer, &QTimer::timeout, this, &RunRegistry::readChanged);
    connect(&m_watch, &PathWatch::changed, this, &RunRegistry::onPathChanged);
    connect(&m_queue, &QueueModel::changed, this, &RunRegistry::saveQueue);
}

void RunRegistry::setFolder(const QString& folder) {
    if (folder == m_folder) return refresh();
    m_folder = folder;
    m_queueFile.reset();
    for (const RunSummary& run : std::vector(m_list.runs()))
        forget(run.folder);
    refresh();
}

void RunRegistry::refresh() {
    m_isStale = m_isReading; // what is being read may lack what is asked for now
    if (m_isReading) return;
    m_isReading = true;
    const auto read = [folder = m_folder, known = m_list.runs(), queue = m_queueFile](const CancelFlag& flag) {
        Reading reading{.folder = folder, .runs = readSummaries(folder, known, flag), .queue = queue};
        if (reading.queue == nullptr) reading.queue = openQueue(folder);
        return reading;
    };
    runInBackground(
        this, read, [this](const Reading& reading) { take(reading); },
        [this](const Error& error) {
            m_isReading = false;
            Q_EMIT failed({}, error, {});
        });
}

// A reading that began before something was made or removed here would undo it.
void RunRegistry::take(const Reading& reading) {
    m_isReading = false;
    if (reading.folder == m_folder && std::exchange(m_queueFile, reading.queue) == nullptr && m_queueFile != nullptr)
        m_left = m_queueFile->left();
    if (m_isStale) return refresh();
    QSet<QString> here;
    for (const RunSummary& run : reading.runs) {
        here.insert(run.folder);
        RunRecord* record = m_records.value(run.folder, nullptr);
        if (record == nullptr || record->isLoading() || controllerOf(run.folder) != nullptr) continue;
        if (record->stored().stamp != run.stamp) record->load();
    }
    for (const RunSummary& run : std::vector(m_list.runs()))
        if (!here.contains(run.folder)) forget(run.folder);
    m_list.setRuns(reading.runs);
    for (const QString& folder : training())
        follow(*record(folder));
    watch();
}

void RunRegistry::forget(const QString& folder) {
    Q_EMIT removed(folder); // while there is something to let go of
    m_left.removeAll(folder);
    m_queue.remove(folder);
    m_list.remove(folder);
    if (RunRecord* record = m_records.take(folder)) record->deleteLater();
}

RunRecord* RunRegistry::record(const QString& folder) {
    RunRecord*& record = m_records[folder];
    if (record != nullptr) return record;
    record = new RunRecord(folder, this);
    connect(record, &RunRecord::changed, this, [this, record] { follow(*record); });
    record->load();
    return record;
}

QString RunRegistry::nameOf(const QString& folder) const {
    const RunSummary* run = m_list.find(folder);
    return run != nullptr ? run->name : QFileInfo(folder).fileName();
}

void RunRegistry::follow(RunRecord& record) {
    m_list.setLiveState(record.folder(), record.liveState());
    const RunSummary* kept = m_list.find(record.folder());
    if (kept == nullptr || !record.isLoaded()) return;
    RunSummary run = *kept;
    run.name = record.name();
    run.result = record.stored().result;
    run.resultStep = record.stored().resultStep;
    fettle::ui::follow(run, record.data(), record.metrics().values(QStringLiteral("loss")));
    const bool hasEnded = isActive(kept->state) && !isActive(run.state);
    m_list.set(run);
    m_queue.setName(run.folder, run.name);
    if (hasEnded) watch();
}

// The folder for runs that come and go; a run that another program may start, or trains.
void RunRegistry::watch() {
    QSet<QString> paths = {m_folder};
    for (const RunSummary& run : m_list.runs()) {
        if (controllerOf(run.folder) != nullptr) continue;
        if (run.state == RunState::Idle) paths << run.folder;
        if (!isActive(run.state)) continue;
        paths << run.folder + kEventsFile;
        (void)record(run.folder); // goes on from what it has read
    }
    m_watch.setPaths(paths);
}

void RunRegistry::onPathChanged(const QString& path) {
    m_changedPaths << path;
    if (!m_changeTimer.isActive()) m_changeTimer.start();
}

void RunRegistry::readChanged() {
    bool hasOtherRuns = false;
    for (const QString& path : std::exchange(m_changedPaths, {})) {
        const bool isLog = path.endsWith(kEventsFile);
        hasOtherRuns = hasOtherRuns || !isLog;
        if (RunRecord* record = isLog ? m_records.value(path.chopped(kEventsFile.size()), nullptr) : nullptr)
            record->readOn();
    }
    if (hasOtherRuns) refresh();
}

void RunRegistry::change(const QString& folder, std::function<void()> work, std::function<void()> then) {
    runInBackground(this, std::move(work), std::move(then),
                    [this, folder](const Error& error) { Q_EMIT failed(folder, error, {}); });
}

void RunRegistry::create(const RunConfig& config) {
    const auto make = [parent = m_folder, config] { return summaryOf(readRun(createRun(parent, config))); };
    runInBackground(
        this, make,
        [this](const RunSummary& run) {
            m_list.set(run);
            Q_EMIT created(run.folder);
            refresh();
        },
        [this](const Error& error) { Q_EMIT createFailed(error); });
}

void RunRegistry::rename(const QString& folder, const QString& name) {
    change(
        folder, [folder, name] { renameRun(folder, name); },
        [this, folder] {
            record(folder)->load();
            refresh();
        });
}

void RunRegistry::remove(const QString& folder) {
    change(
        folder, [folder] { removeRun(folder); },
        [this, folder] {
            forget(folder);
            refresh();
        });
}

void RunRegistry::extend(const QString& folder, double more, DurationUnit unit) {
    change(
        folder, [folder, more, unit] { extendRun(folder, more, unit); },
        [this, folder] {
            record(folder)->load();
            refresh();
            enqueue(folder);
        });
}

} // namespace fettle::ui
