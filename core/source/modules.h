#pragma once

#include "core/source/architecture.h"

#include <string>
#include <vector>

namespace fettle {

enum class ModuleKind { Embedding, Linear, Norm, Head };

// What the module table says of each weight-carrying module, in the order of the checkpoint's own definition.
struct ModuleSpec {
    std::string name; // "model.layers.0.self_attn.q_proj"
    ModuleKind kind = ModuleKind::Linear;
    std::int64_t outFeatures = 0; // Embedding: rows; Norm: width
    std::int64_t inFeatures = 0;  // Embedding: width; Norm: 0
    bool hasBias = false;
    bool isTransposed = false; // a Linear whose matrix is stored [in, out] (GPT-2's Conv1D)
    bool isTied = false;       // a Head whose matrix is the embedding's
};

// All modules, the output head included also where it is tied.
[[nodiscard]] std::vector<ModuleSpec> modulesOf(const Architecture& architecture);

// Of the module's weight in the checkpoint.
[[nodiscard]] std::vector<std::int64_t> weightShape(const ModuleSpec& module);
// Of weight and bias; 0 for a tied head.
[[nodiscard]] std::int64_t parameterCount(const ModuleSpec& module);
// Parameters of the model as transformers counts them: a tied head once.
[[nodiscard]] std::int64_t parameterCount(const Architecture& architecture);

} // namespace fettle
