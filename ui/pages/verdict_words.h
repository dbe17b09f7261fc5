#pragma once

#include <QString>

namespace fettle::ui {

// What people call a scorer, by its wire name, which stands for one that is not known.
[[nodiscard]] QString scorerTitle(const QString& name);

// "better", "worse", "no difference shown" of a verdict's wire name.
[[nodiscard]] QString verdictText(const QString& name);

} // namespace fettle::ui
