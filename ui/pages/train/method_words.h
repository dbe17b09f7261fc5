#pragma once

#include "core/config/run_config.h"

#include <QString>

namespace fettle::ui {

// Sentences about the method that a configuration chooses.
[[nodiscard]] QString learningRateReason(const RunConfig& config); // why its own default is what it is
[[nodiscard]] QString methodSentence(const RunConfig& config);     // what it does, and what its data look like

} // namespace fettle::ui
