#pragma once

#include "core/config/adapter_config.h"

#include <string>

namespace fettle {

// "base_model.model.<module>.ia3_l": [out, 1] on a module's output, [1, in] on the input of a feed-forward one (PEFT).
[[nodiscard]] std::string nameOfIa3(const std::string& module);

// Whether a module's input is scaled: an expression for the whole name, or the name's end, also within a part of it
// (PEFT's _check_target_module_feedforward).
[[nodiscard]] bool isFeedforward(const Ia3Config& config, const std::string& module);

} // namespace fettle
