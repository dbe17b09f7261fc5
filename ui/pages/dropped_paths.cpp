#include "ui/pages/dropped_paths.h"

#include <filesystem>

namespace fettle::ui {

namespace {

namespace fs = std::filesystem;

// A model's config.json stands alone; a run has its log, or at least a configuration that names data.
bool isRunFolder(const fs::path& folder) {
    return fs::exists(folder / "events.jsonl") ||
           (fs::exists(folder / "config.json") && fs::exists(folder / "checkpoints"));
}

} // namespace

DroppedPaths sortPaths(const QStringList& paths) {
    DroppedPaths sorted;
    for (const QString& path : paths) {
        const fs::path place(path.toStdString());
        if (!fs::is_directory(place))
            sorted.dataFiles << path;
        else if (isRunFolder(place))
            sorted.runFolders << path;
        else
            sorted.modelFolders << path;
    }
    return sorted;
}

} // namespace fettle::ui
