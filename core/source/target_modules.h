#pragma once

#include "core/source/modules.h"

#include <string>
#include <variant>
#include <vector>

namespace fettle {

// PEFT's target_modules: a list of names (full, or the end of a path after a dot), or one string: "all-linear", else
// a regular expression that must match the whole path.
using TargetModules = std::variant<std::string, std::vector<std::string>>;

// Indices into `modules` of the Linear modules that are meant, in order. "all-linear" leaves out the output head.
// Error{BadConfig} if nothing matches, the expression is broken, or it names the output head, which carries no adapter.
[[nodiscard]] std::vector<std::size_t> matchTargets(const TargetModules& targets,
                                                    const std::vector<ModuleSpec>& modules);

} // namespace fettle
