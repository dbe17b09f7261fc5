#pragma once

#include "core/base/cancel.h"

namespace fettle::engine {

// Raised by SIGINT, SIGTERM and, unless it is ignored (nohup), SIGHUP from the first call on.
[[nodiscard]] CancelFlag& interruptFlag();

// Can be read from once such a signal came: who waits in poll() wakes.
[[nodiscard]] int interruptDescriptor();

} // namespace fettle::engine
