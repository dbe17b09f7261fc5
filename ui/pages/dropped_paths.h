#pragma once

#include <QStringList>

namespace fettle::ui {

// What was dropped on the window, by where it belongs.
struct DroppedPaths {
    QStringList dataFiles, modelFolders, runFolders;
};
// Looks at the disk. A folder that holds neither a model nor a run counts as a folder of models.
[[nodiscard]] DroppedPaths sortPaths(const QStringList& paths);

} // namespace fettle::ui
