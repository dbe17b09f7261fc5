#pragma once

#include "core/base/json.h"
#include "ui/models/facts_model.h"

namespace fettle::ui {

// What `fettle evaluate` found, as rows of tables: the figures of base and tuned, and the rows that changed most.
[[nodiscard]] QStringList verdictColumns();
[[nodiscard]] std::vector<FactsModel::Row> verdictRows(const Json& verdict);
[[nodiscard]] QStringList changedColumns();
[[nodiscard]] std::vector<FactsModel::Row> changedRows(const Json& verdict);

} // namespace fettle::ui
