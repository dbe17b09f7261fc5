#pragma once

#include "ui/models/facts_model.h"
#include "ui/pages/runs/run_facts.h"

namespace fettle::ui {

// Every setting of one run; or what several came to, and the settings in which they differ.
[[nodiscard]] std::vector<FactsModel::Row> settingRows(const RunConfig& config);
[[nodiscard]] std::vector<FactsModel::Row> comparedRows(const std::vector<ComparedRun>& runs);

} // namespace fettle::ui
