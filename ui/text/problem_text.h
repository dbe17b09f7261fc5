#pragma once

#include "core/plan/plan.h"

#include <QString>

namespace fettle::ui {

// What a configuration's or a plan's finding says, in the window's language.
[[nodiscard]] QString problemText(const ConfigProblem& problem);
// What to do about it. Where memory is too small: what would save how much in this plan.
[[nodiscard]] QString problemHint(const ConfigProblem& problem, const Plan& plan);

} // namespace fettle::ui
