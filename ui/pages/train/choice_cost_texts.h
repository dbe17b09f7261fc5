#pragma once

#include "core/plan/plan.h"

#include <QString>

namespace fettle::ui {

class ConfigForm;

// Writes beside each choice of a field what the run would take with it: "bf16 ... 1.1 GB".
void showChoiceCosts(ConfigForm& form, const QString& key, const Plan& plan);

} // namespace fettle::ui
