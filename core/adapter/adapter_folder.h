#pragma once

#include "core/source/adapters/adapter_kind.h"

#include <ATen/ATen.h>

#include <filesystem>
#include <map>

namespace fettle {

// An adapter as its folder holds it, not yet fitted to a base: tensors under the names of AdapterKind::tensors, as
// stored.
struct AdapterFolder {
    std::string what; // names the file in errors
    AdapterSettings settings;
    std::map<std::string, at::Tensor> tensors;
};

// A folder of PEFT, MLX or AdapterHub. Error{BadAdapter | FileNotFound | BadFile}; Error{NonFinite} naming a tensor
// with NaN or infinities.
[[nodiscard]] AdapterFolder readAdapterFolder(const std::filesystem::path& folder);

// adapters.safetensors of mlx-lm: lora_a [in, r] and lora_b [r, out] without a prefix, the scale itself in the config.
[[nodiscard]] AdapterFolder readMlxFolder(const std::filesystem::path& folder);

} // namespace fettle
