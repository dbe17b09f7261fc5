#pragma once

#include "core/base/error.h"

#include <QString>

namespace fettle::ui {

// A text that core marked FETTLE_TR, in the window's language.
[[nodiscard]] QString coreText(const std::string& english);

// With facts in the places in braces that bear their names: "{file} exists already." Paths are shown by their last
// part, numbers in the locale's digits.
[[nodiscard]] QString withFacts(QString text, const Facts& facts);

} // namespace fettle::ui
