#pragma once

#include "core/base/error.h"

#include <QString>

namespace fettle::ui {

// What happened, in one translated sentence by kind and facts; the English message where it says more than the kind.
[[nodiscard]] QString errorText(const Error& error);
// What to do; empty where there is nothing to say.
[[nodiscard]] QString hintText(const Error& error);
// For the folded details: the message as the engine gave it, kind and facts, one a line.
[[nodiscard]] QString errorDetails(const Error& error);

} // namespace fettle::ui
