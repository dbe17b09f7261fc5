#include "ui/models/run_store.h"

#include "core/base/files.h"
#include "ui/models/free_folder.h"

#include <cmath>

namespace fettle::ui {

namespace fs = std::filesystem;

namespace {

// A file name that every system takes: letters, digits, dots, dashes; never empty.
std::string folderName(const std::string& runName) {
    QString name;
    for (const QChar letter : QString::fromStdString(runName).simplified().toLower())
        name += letter.isLetterOrNumber() || letter == QLatin1Char('.') ? letter : QLatin1Char('-');
    while (name.startsWith(QLatin1Char('.')))
        name.remove(0, 1);
    return name.isEmpty() ? "run" : name.left(60).toStdString();
}

QString createFolder(const fs::path& parent, RunConfig config) {
    makeFolder(parent);
    const fs::path folder = freeFolder(parent / folderName(config.name));
    makeFolder(folder);
    writeJson(RunFolder(folder).configFile(), toJson(config));
    return QString::fromStdString(folder.string());
}

// Only what has a run's configuration is removed: a wrong path must not cost anyone a home folder.
void removeFolder(const RunFolder& folder) {
    if (!fs::exists(folder.configFile()))
        throw Error{ErrorKind::FileNotFound,
                    folder.path().string() + " is no run folder.",
                    "Refresh the list.",
                    {{"file", folder.path().string()}}};
    const auto lock = folder.lock(); // Busy while an engine works here
    fs::remove_all(folder.path());
}

void editConfig(const QString& runFolder, const std::function<void(RunConfig&)>& edit) {
    const RunFolder folder{runFolder.toStdString()};
    RunConfig config = readRunConfig(folder.configFile());
    edit(config);
    writeJson(folder.configFile(), toJson(config));
}

// What ended it early would end it at once again.
void prolong(RunConfig& config, const RunData& data, double more, DurationUnit unit) {
    if (data.step < data.totalSteps) config.evaluation.earlyStoppingPatience = 0;
    config.duration.maxSteps = unit == DurationUnit::Steps ? data.step + std::llround(more) : 0;
    if (unit == DurationUnit::Steps) return;
    const double done = data.epoch > 0 ? data.epoch : config.duration.numTrainEpochs;
    // Down to a millionth: the engine rounds the steps up, and a last digit must not cost one more.
    config.duration.numTrainEpochs = std::floor((done + more) * 1e6 + 1e-3) / 1e6;
}

} // namespace

RunStore::RunStore(QString folder, QObject* parent) : QObject(parent), m_folder(std::move(folder)) {}

void RunStore::setFolder(const QString& folder) {
    if (folder == m_folder) return;
    m_folder = folder;
    Q_EMIT folderChanged(folder);
}

void RunStore::create(const RunConfig& config) {
    runInBackground(
        this, [parent = m_folder.toStdString(), config] { return createFolder(parent, config); },
        [this](const QString& folder) { Q_EMIT created(folder); },
        [this](const Error& error) { Q_EMIT failed(error); });
}

void RunStore::rename(const QString& runFolder, const QString& name) {
    change(runFolder, [name = name.toStdString()](RunConfig& config) { config.name = name; });
}

void RunStore::extend(const QString& runFolder, double more, DurationUnit unit) {
    change(runFolder,
           [runFolder, more, unit](RunConfig& config) { prolong(config, readRun(runFolder).data, more, unit); });
}

void RunStore::remove(const QString& runFolder) {
    runInBackground(
        this, [runFolder] { removeFolder(RunFolder{runFolder.toStdString()}); },
        [this, runFolder] { Q_EMIT removed(runFolder); }, [this](const Error& error) { Q_EMIT failed(error); });
}

void RunStore::change(const QString& runFolder, const std::function<void(RunConfig&)>& edit) {
    runInBackground(
        this, [runFolder, edit] { editConfig(runFolder, edit); }, [this, runFolder] { Q_EMIT changed(runFolder); },
        [this](const Error& error) { Q_EMIT failed(error); });
}

} // namespace fettle::ui
