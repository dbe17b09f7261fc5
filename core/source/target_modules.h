#pragma once

#include "core/config/adapter_config.h"
#include "core/source/modules.h"

#include <string>
#include <vector>

namespace fettle {

// Indices into `modules` of the Linear modules that are meant, in order. "all-linear" leaves out the output head.
// Error{BadConfig} if nothing matches, the expression is broken, or it names the output head, which carries no adapter.
[[nodiscard]] std::vector<std::size_t> matchTargets(const TargetModules& targets,
                                                    const std::vector<ModuleSpec>& modules);

} // namespace fettle
