#pragma once

#include "ui/models/run_summary.h"

#include <filesystem>

namespace fettle::ui {

// Summaries of runs in a file, so that a thousand runs are listed without reading a thousand logs. A file that is
// absent or broken holds none.
[[nodiscard]] std::vector<RunSummary> readKeptSummaries(const std::filesystem::path& file);
void keepSummaries(const std::filesystem::path& file, const std::vector<RunSummary>& runs);

} // namespace fettle::ui
