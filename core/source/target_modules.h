#pragma once

#include "core/config/adapter_config.h"
#include "core/source/modules.h"

#include <optional>
#include <string>
#include <vector>

namespace fettle {

// The index of the layer that holds a module: the first number between two dots, behind at least two parts of the path,
// as PEFT takes it. nullopt: no layer does.
[[nodiscard]] std::optional<std::int64_t> layerOf(const std::string& module);

// Which modules get an update (PEFT's check_target_module_exists, peft/tuners/tuners_utils.py).
struct ModuleSelection {
    TargetModules targets;
    TargetModules excluded = std::vector<std::string>{}; // wins over targets
    std::vector<std::int64_t> layers = {};               // indices from 0; empty: all
    std::vector<std::string> saved = {};                 // trained whole instead (modules_to_save)
};

// Indices into `modules` of the Linear modules that are meant, in order. "all-linear" leaves out the output head.
// Error{BadConfig} if nothing matches, an expression is broken, or it names the output head, which carries no adapter.
[[nodiscard]] std::vector<std::size_t> matchTargets(const ModuleSelection& selection,
                                                    const std::vector<ModuleSpec>& modules);

} // namespace fettle
