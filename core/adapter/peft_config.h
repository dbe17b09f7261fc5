#pragma once

#include "core/adapter/adapter.h"

#include <cstdint>
#include <string>
#include <vector>

namespace fettle {

// Settings of an adapter_config.json. Unknown keys are ignored, an active feature that is not supported is refused by
// name: Error{BadAdapter}; `what` names the file in it.
[[nodiscard]] LoraSettings parsePeftConfig(const Json& config, const std::string& what);

// adapter_config.json with sorted keys, only those that older readers know (algorithms.md 5.2). `modules` are the names
// that carry a pair: "all-linear" is written as their last parts, as PEFT resolves it.
[[nodiscard]] Json peftConfigJson(const LoraSettings& settings, const std::vector<std::string>& modules);

// Rank and scale of one module after the pattern overrides; rsLoRA scales by alpha / sqrt(r) (arXiv:2312.03732).
struct LoraShape {
    std::int64_t rank = 0;
    double scale = 1;
};
[[nodiscard]] LoraShape loraShape(const LoraConfig& config, const std::string& module);

} // namespace fettle
