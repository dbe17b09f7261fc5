#pragma once

#include "core/base/error.h"

#include <exception>

namespace fettle::engine {

// Exceptions in our terms, Errors as they are, LibTorch's among them: out of memory, a lost device, or a bug; without
// its backtrace.
[[nodiscard]] Error translated(const std::exception& exception);

} // namespace fettle::engine
