#pragma once

#include "core/config/adapter_config.h"
#include "core/source/adapters/adapter_kind.h"
#include "core/source/modules.h"

namespace fettle {

// Modules that are trained whole beside an adapter's own tensors and lie in its file: PEFT's modules_to_save, where a
// module is meant whose path, or that of a part around it, ends with one of the names (_set_trainable,
// peft/utils/other.py).
[[nodiscard]] bool isSavedModule(const std::vector<std::string>& names, const std::string& module);

// In the order of the base; a tied head has a matrix of its own from then on. Error{BadConfig} for a name that means no
// module.
[[nodiscard]] std::vector<ModuleSpec> savedModules(const std::vector<std::string>& names, const Architecture& base);
// Weight and bias of each, in the checkpoint's own shapes.
[[nodiscard]] std::vector<AdapterTensor> savedTensors(const std::vector<std::string>& names, const Architecture& base);

// Those of the adapter's configuration and, on a reward model, the score, which every adapter brings along.
[[nodiscard]] std::vector<std::string> savedNames(const AdapterConfig& config, const Architecture& base);

// "base_model.model.<tensor of the checkpoint>" (PEFT).
[[nodiscard]] std::string nameOfSaved(const std::string& tensor);

} // namespace fettle
