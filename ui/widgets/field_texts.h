#pragma once

#include "core/base/json.h"

#include <QString>

namespace fettle::ui {

// Words of a form for what core describes.

[[nodiscard]] QString coreText(const std::string& english);                 // a text that core marked FETTLE_TR
[[nodiscard]] QString choiceText(const QString& key, const QString& value); // "bf16", "LoRA", "AdamW"
[[nodiscard]] QString valueText(const Json& value);                         // for "default ..."

} // namespace fettle::ui
