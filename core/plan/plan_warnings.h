#pragma once

#include "core/plan/plan.h"

namespace fettle {

// The key of the finding that a run does not fit into the device's memory.
inline constexpr const char* kMemoryKey = "batch.per_device_batch_size";

// What the device has to say of products in that type.
[[nodiscard]] std::vector<ConfigProblem> precisionFindings(const std::string& computeType, const DeviceFacts& device);

// What validate() says of the configuration, and what shows only beside the model, the data and the device. `plan` is
// complete but for its warnings.
[[nodiscard]] std::vector<ConfigProblem> findWarnings(const Plan& plan, const RunConfig& config,
                                                      const Architecture& architecture, const DeviceFacts& device);

} // namespace fettle
