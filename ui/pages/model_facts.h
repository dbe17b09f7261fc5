#pragma once

#include <QModelIndex>
#include <QString>

namespace fettle::ui {

// One line on a base model: "Llama, 2.8 M parameters, bf16, 5.6 MB, context 512, chat template"; or why it cannot be
// used. `index` is of a BaseModelsModel.
[[nodiscard]] QString modelFacts(const QModelIndex& index);

} // namespace fettle::ui
