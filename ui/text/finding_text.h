#pragma once

#include "core/data/finding.h"

#include <QString>

namespace fettle::ui {

// What was found in a data file and what to do, translated by kind and facts.
[[nodiscard]] QString findingText(const Finding& finding);
[[nodiscard]] QString findingHint(const Finding& finding);
[[nodiscard]] QString levelText(FindingLevel level); // Note, Warning, Error

} // namespace fettle::ui
