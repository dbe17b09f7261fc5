#pragma once

#include "core/base/cancel.h"
#include "ui/models/run_summary.h"

#include <filesystem>

namespace fettle::ui {

// All runs below a folder, the latest first. An ended run is read again only where its files changed since `known`, or
// since the summaries that the folder keeps from the last time. Asks the disk.
[[nodiscard]] std::vector<RunSummary> readSummaries(const QString& folder, const std::vector<RunSummary>& known,
                                                    const CancelFlag& flag);

// Fettle's own files in a folder of runs: no run, and not watched.
[[nodiscard]] std::filesystem::path privateFolder(const QString& runsFolder);

} // namespace fettle::ui
