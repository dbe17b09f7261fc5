#pragma once

#include "core/base/json.h"
#include "core/config/adapter_config.h"
#include "core/source/adapters/adapter_kind.h"
#include "core/source/modules.h"

namespace fettle {

// Single tokens whose rows of the embedding and the head are trained beside an adapter's own tensors: PEFT's
// trainable_token_indices (peft/tuners/trainable_tokens/layer.py, utils/other.py of PEFT 0.21.2).

// The modules that get such rows: the embedding, and a head that is not the embedding's. None that is trained whole.
[[nodiscard]] std::vector<ModuleSpec> tokenRowModules(const LoraConfig& lora, const Architecture& base);
// [K, D] of each. Error{BadConfig} for an id that is no row, or is there twice.
[[nodiscard]] std::vector<AdapterTensor> tokenRowTensors(const LoraConfig& lora, const Architecture& base);

// "base_model.model.model.embed_tokens.token_adapter.trainable_tokens_delta": values, whatever its name says.
[[nodiscard]] std::string nameOfTokenRows(const std::string& module);
// Whether a tensor is what PEFT writes beside them: the base's whole matrix, or the rows of a tied head once more.
[[nodiscard]] bool belongsToTokenRows(const std::string& tensor);

// A list, or lists by the module's name, which must be equal. Error{BadAdapter}.
[[nodiscard]] std::vector<std::int64_t> tokenIndicesIn(const Json& config, const std::string& what);
// {"embed_tokens": [...], "lm_head": [...]}.
[[nodiscard]] nlohmann::json writtenTokenIndices(const LoraConfig& lora, const Architecture& base);

} // namespace fettle
