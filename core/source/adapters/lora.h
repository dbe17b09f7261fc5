#pragma once

#include "core/config/adapter_config.h"
#include "core/source/target_modules.h"

#include <cstdint>
#include <string>

namespace fettle {

// "base_model.model.<module>.lora_A.weight" [r, in] and lora_B [out, r] (PEFT).
[[nodiscard]] std::string nameOfA(const std::string& module);
[[nodiscard]] std::string nameOfB(const std::string& module);
// "... .lora_magnitude_vector" [out] of DoRA.
[[nodiscard]] std::string nameOfMagnitude(const std::string& module);

[[nodiscard]] ModuleSelection selectionOf(const LoraConfig& config);

// Rank and scale of one module after the pattern overrides, whose keys are regular expressions for a path or the end of
// one after a dot (PEFT's get_pattern_key); rsLoRA scales by alpha / sqrt(r) (arXiv:2312.03732).
struct LoraShape {
    std::int64_t rank = 0;
    double scale = 1;
};
[[nodiscard]] LoraShape loraShape(const LoraConfig& config, const std::string& module);

} // namespace fettle
