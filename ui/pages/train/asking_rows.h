#pragma once

#include "core/base/json.h"
#include "ui/models/facts_model.h"

namespace fettle::ui {

// What `fettle compare` found, as rows of a table: one a way to ask, with what it got right and what it costs.
[[nodiscard]] QStringList askingColumns();
[[nodiscard]] std::vector<FactsModel::Row> askingRows(const Json& comparison);

// What that says of training: a headline, and why.
struct AskingAdvice {
    bool isPromptEnough = false;
    QString headline, reason;
};
[[nodiscard]] AskingAdvice askingAdvice(const Json& comparison);

} // namespace fettle::ui
