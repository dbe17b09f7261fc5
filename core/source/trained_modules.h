#pragma once

#include "core/config/adapter_config.h"
#include "core/source/modules.h"

namespace fettle {

// The modules of the base that full tuning trains, in its order: all of them, or those that are named together with the
// last layers. A tied head is trained with its embedding. Error{BadConfig} for a name that means no module, a broken
// expression, or more layers than there are.
[[nodiscard]] std::vector<ModuleSpec> trainedModules(const NoAdapter& config, const Architecture& base);

[[nodiscard]] bool trainsAll(const NoAdapter& config);

} // namespace fettle
