#pragma once

#include "core/source/architecture.h"
#include "core/source/config_reader.h"

#include <functional>
#include <vector>

namespace fettle {

// Which layers have the window: by "layer_types" where the key is there, else by the family's own rule.
// Error{BadModel} where the list has another length or an unknown name.
[[nodiscard]] std::vector<bool> slidingLayers(const ConfigReader& config, std::size_t layers,
                                              const std::function<bool(std::size_t layer)>& rule);

// The windows of Qwen's classes: under use_sliding_window, in the layers from max_window_layers on.
void readLateWindows(Architecture& architecture, const ConfigReader& config);

} // namespace fettle
