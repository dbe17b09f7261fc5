#pragma once

#include "core/adapter/adapter.h"

#include <map>

namespace fettle {

// An adapter as its folder holds it, not yet fitted to a base: tensors under PEFT's names, as stored.
struct AdapterFolder {
    std::string what; // names the file in errors
    LoraSettings settings;
    std::map<std::string, at::Tensor> tensors;
};

// A PEFT or an MLX folder. Error{BadAdapter | FileNotFound | BadFile}.
[[nodiscard]] AdapterFolder readAdapterFolder(const std::filesystem::path& folder);

// adapters.safetensors of mlx-lm: lora_a [in, r] and lora_b [r, out] without a prefix, the scale itself in the config.
[[nodiscard]] AdapterFolder readMlxFolder(const std::filesystem::path& folder);

// "base_model.model.<module>.lora_A.weight"
[[nodiscard]] std::string nameOfA(const std::string& module);
[[nodiscard]] std::string nameOfB(const std::string& module);

} // namespace fettle
