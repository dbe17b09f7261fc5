#pragma once

#include "core/base/error.h"

#include <QString>

namespace fettle::ui {

// What happened, in one sentence of the window by kind and facts; in English the message, where that says more.
[[nodiscard]] QString errorText(const Error& error);
// What to do; empty where there is nothing to say.
[[nodiscard]] QString hintText(const Error& error);
// For the folded details: the message as the engine gave it, kind and facts, one a line.
[[nodiscard]] QString errorDetails(const Error& error);

} // namespace fettle::ui
