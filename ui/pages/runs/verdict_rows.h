#pragma once

#include "ui/pages/runs/run_facts_model.h"

namespace fettle::ui {

// What `fettle evaluate` found, as rows of tables: the figures of base and tuned, and the rows that changed most.
[[nodiscard]] QStringList verdictColumns();
[[nodiscard]] std::vector<RunFactsModel::Row> verdictRows(const Json& verdict);
[[nodiscard]] QStringList changedColumns();
[[nodiscard]] std::vector<RunFactsModel::Row> changedRows(const Json& verdict);

// "better" in the window's language.
[[nodiscard]] QString verdictText(const QString& name);

} // namespace fettle::ui
