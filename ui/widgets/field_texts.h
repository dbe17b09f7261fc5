#pragma once

#include "core/base/json.h"

#include <QString>

namespace fettle::ui {

// What a form says about a field of RunConfig ("adapter.r") beyond its description by core.

[[nodiscard]] QString fieldLabel(const QString& key);                       // "Rank"; an unknown key is made readable
[[nodiscard]] QString sectionLabel(const QString& key);                     // "Optimizer"
[[nodiscard]] QString fieldUnit(const QString& key);                        // "tokens"; mostly empty
[[nodiscard]] QString fieldUsual(const QString& key);                       // "usual 4 to 32"; mostly empty
[[nodiscard]] QString choiceText(const QString& key, const QString& value); // "bf16", "LoRA", "AdamW"
[[nodiscard]] QString valueText(const Json& value);                         // for "default ..."

} // namespace fettle::ui
