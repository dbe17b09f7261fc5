#pragma once

#include "core/plan/plan.h"

namespace fettle {

// What validate() says of the configuration, and what shows only beside the model, the data and the device. `plan` is
// complete but for its warnings.
[[nodiscard]] std::vector<ConfigProblem> findWarnings(const Plan& plan, const RunConfig& config,
                                                      const Architecture& architecture, const DeviceFacts& device);

} // namespace fettle
