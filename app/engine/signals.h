#pragma once

#include "core/base/cancel.h"

namespace fettle::engine {

// Raised by SIGINT and SIGTERM from the first call on.
[[nodiscard]] const CancelFlag& interruptFlag();

} // namespace fettle::engine
