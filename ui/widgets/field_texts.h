#pragma once

#include "core/base/json.h"

#include <QString>

namespace fettle::ui {

// Words of a form for what core describes.

[[nodiscard]] QString choiceText(const QString& key, const QString& value); // "bf16", "LoRA", "AdamW"
[[nodiscard]] QString valueText(const Json& value);                         // for "default ..."

} // namespace fettle::ui
