#include "ui/models/run_data.h"

#include "core/base/mapped_file.h"
#include "ui/models/run_stamp.h"

#include <QFile>
#include <QFileInfo>

namespace fettle::ui {

namespace fs = std::filesystem;

namespace {

void readConfig(const RunFolder& folder, StoredRun& run) {
    try {
        run.config = readRunConfig(folder.configFile());
        run.name = QString::fromStdString(run.config->name);
        run.data.evaluationMetric = QString::fromStdString(run.config->evaluation.metric);
    } catch (const Error& error) {
        run.problem = QString::fromStdString(error.message);
    }
}

// Each complete line behind the first `from` bytes; returns where they end. A partial last line is left out: the engine
// was killed, or is just writing it.
template <class Take>
std::int64_t eachLine(std::string_view text, std::int64_t from, Take take) {
    auto start = static_cast<std::size_t>(from);
    for (std::size_t end = 0; (end = text.find('\n', start)) != std::string_view::npos; start = end + 1)
        take(text.substr(start, end - start));
    return static_cast<std::int64_t>(start);
}

void readEvents(const RunFolder& folder, StoredRun& run) {
    if (!fs::exists(folder.eventsFile())) return;
    const auto mapped = MappedFile::open(folder.eventsFile());
    run.eventBytes = eachLine(mapped->text(), 0, [&run](std::string_view line) { run.data.applyLine(line); });
}

// Asking for the folder's lock would keep an engine out that is just starting; the process table can be asked freely.
bool isTraining(std::int64_t pid) {
    if (pid <= 0) return false;
    QFile file(QStringLiteral("/proc/%1/cmdline").arg(pid));
    return file.open(QIODevice::ReadOnly) && file.readAll().split('\0').contains("train");
}

QString adapterOrModel(const fs::path& folder) {
    QString found;
    for (const char* name : {"adapter", "model"})
        if (fs::is_directory(folder / name)) found = QString::fromStdString((folder / name).string());
    return found;
}

// A run that went on after its end has an older result than its last checkpoint is.
void findResult(const RunFolder& folder, StoredRun& run) {
    run.result = adapterOrModel(folder.path());
    run.resultStep = run.data.resultStep;
    if (run.data.state == RunState::Finished && !run.result.isEmpty()) return;
    const auto checkpoints = folder.checkpoints();
    if (checkpoints.empty()) return;
    const QString last = adapterOrModel(folder.checkpointFolder(checkpoints.back()));
    if (last.isEmpty()) return;
    run.result = last;
    run.resultStep = checkpoints.back();
}

} // namespace

StoredRun readRun(const QString& path) {
    const RunFolder folder{path.toStdString()};
    if (!fs::is_directory(folder.path()))
        throw Error{ErrorKind::FileNotFound,
                    path.toStdString() + " does not exist.",
                    "Choose another run.",
                    {{"file", path.toStdString()}}};
    StoredRun run{.folder = path, .name = QFileInfo(path).fileName()};
    const RunStamp stamp(folder);
    run.settingsTime = stamp.settingsTime;
    run.stamp = stamp.value;
    readConfig(folder, run);
    readEvents(folder, run);
    if (isActive(run.data.state) && !isTraining(run.data.enginePid)) run.data.state = RunState::Interrupted;
    findResult(folder, run);
    return run;
}

FurtherEvents readFurther(const QString& path, std::int64_t from) {
    const auto mapped = MappedFile::open(RunFolder{path.toStdString()}.eventsFile());
    FurtherEvents further{.isOther = static_cast<std::int64_t>(mapped->text().size()) < from};
    if (further.isOther) return further;
    further.bytes =
        eachLine(mapped->text(), from, [&further](std::string_view line) { further.events.push_back(eventOf(line)); });
    return further;
}

} // namespace fettle::ui
