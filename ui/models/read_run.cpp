#include "ui/models/run_data.h"

#include "core/base/mapped_file.h"

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

// A partial last line is left out: the engine was killed, or is just writing it.
void readEvents(const RunFolder& folder, StoredRun& run) {
    if (!fs::exists(folder.eventsFile())) return;
    const auto mapped = MappedFile::open(folder.eventsFile());
    std::string_view rest = mapped->text();
    for (std::size_t end = rest.find('\n'); end != std::string_view::npos; end = rest.find('\n')) {
        run.data.applyLine(rest.substr(0, end));
        rest.remove_prefix(end + 1);
    }
}

// Asking for the folder's lock would keep an engine out that is just starting; the process table can be asked freely.
bool isTraining(std::int64_t pid) {
    if (pid <= 0) return false;
    QFile file(QStringLiteral("/proc/%1/cmdline").arg(pid));
    return file.open(QIODevice::ReadOnly) && file.readAll().split('\0').contains("train");
}

void findResult(const RunFolder& folder, StoredRun& run) {
    for (const fs::path& result : {folder.adapterFolder(), folder.modelFolder()})
        if (fs::is_directory(result)) run.result = QString::fromStdString(result.string());
    run.hasResult = !run.result.isEmpty();
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
    readConfig(folder, run);
    readEvents(folder, run);
    findResult(folder, run);
    const bool hasNoEnd = run.data.state == RunState::Training || run.data.state == RunState::Paused;
    if (hasNoEnd && !isTraining(run.data.enginePid)) run.data.state = RunState::Interrupted;
    return run;
}

} // namespace fettle::ui
