#include "ui/models/run_files.h"

#include "core/base/files.h"
#include "ui/models/free_folder.h"
#include "ui/models/run_data.h"

#include <cmath>
#include <functional>

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

void editConfig(const RunFolder& folder, const std::function<void(RunConfig&)>& edit) {
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

QString createRun(const QString& parent, const RunConfig& config) {
    const fs::path below = parent.toStdString();
    makeFolder(below);
    const fs::path folder = freeFolder(below / folderName(config.name));
    makeFolder(folder);
    writeJson(RunFolder(folder).configFile(), toJson(config));
    return QString::fromStdString(folder.string());
}

void renameRun(const QString& run, const QString& name) {
    editConfig(RunFolder{run.toStdString()}, [&name](RunConfig& config) { config.name = name.toStdString(); });
}

// Only what has a run's configuration is removed: a wrong path must not cost anyone a home folder.
void removeRun(const QString& run) {
    const RunFolder folder{run.toStdString()};
    if (!fs::exists(folder.configFile()))
        throw Error{ErrorKind::FileNotFound,
                    run.toStdString() + " is no run folder.",
                    "Refresh the list.",
                    {{"file", run.toStdString()}}};
    const auto lock = folder.lock(); // Busy while an engine works here
    fs::remove_all(folder.path());
}

void extendRun(const QString& run, double more, DurationUnit unit) {
    const RunFolder folder{run.toStdString()};
    const auto lock = folder.lock();
    const StoredRun stored = readRun(run);
    editConfig(folder, [&](RunConfig& config) { prolong(config, stored.data, more, unit); });
}

} // namespace fettle::ui
