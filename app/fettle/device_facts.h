#pragma once

#include "core/plan/plan.h"

#include <string>

namespace fettle::cli {

// The facts of the device that a configuration names. The processor's are read here; for a GPU `fettle devices` is
// asked, which starts the engine. "auto" asks only where there is an NVIDIA driver. Error{DeviceMissing}.
[[nodiscard]] DeviceFacts factsOfDevice(const std::string& device);

} // namespace fettle::cli
