#pragma once

#include "core/base/json.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fettle {

// Rotary positions with their context extension (formats.md 2.3; transformers modeling_rope_utils.py).
struct RopeScaling {
    std::string kind = "default"; // default | linear | dynamic | llama3 | yarn
    double factor = 1;
    double lowFreqFactor = 1;              // llama3
    double highFreqFactor = 4;             // llama3
    double betaFast = 32;                  // yarn
    double betaSlow = 1;                   // yarn
    std::optional<double> attentionFactor; // yarn
    std::int64_t originalMaxPositions = 0; // 0: max_position_embeddings
};

// A decoder as config.json describes it, every absent key filled with its family's own default.
struct Architecture {
    std::string family; // llama (Llama 1-3, SmolLM2, TinyLlama) | mistral: the file of core/model that builds it
    std::int64_t vocabSize = 0;
    std::int64_t hiddenSize = 0;
    std::int64_t intermediateSize = 0;
    std::int64_t layers = 0;
    std::int64_t heads = 0;
    std::int64_t kvHeads = 0;
    std::int64_t headDim = 0;
    std::int64_t maxPositions = 0;
    std::int64_t slidingWindow = 0; // 0: none; key j is visible to query i when 0 <= i - j < window
    double rmsNormEps = 1e-6;
    double ropeTheta = 10000;
    RopeScaling ropeScaling;
    bool attentionBias = false;
    bool mlpBias = false;
    bool tieWordEmbeddings = false;
    double initializerRange = 0.02;
    std::string hiddenAct = "silu";
    std::string dtype = "float32"; // of the stored weights
    std::optional<std::int64_t> bosTokenId;
    std::vector<std::int64_t> eosTokenIds;
    Json raw; // config.json as it was read, for saving
};

// Error{BadModel} naming the key, or the family that is not built.
[[nodiscard]] Architecture parseArchitecture(const Json& config);
[[nodiscard]] Architecture readArchitecture(const std::filesystem::path& folder);

// What the module table says of each weight-carrying module, in the order of the checkpoint's own definition.
enum class ModuleKind { Embedding, Linear, Norm };
struct ModuleSpec {
    std::string name; // "model.layers.0.self_attn.q_proj"
    ModuleKind kind = ModuleKind::Linear;
    std::int64_t outFeatures = 0; // Embedding: rows of the vocabulary; Norm: width
    std::int64_t inFeatures = 0;  // Embedding: width; Norm: 0
    bool hasBias = false;
};

// All modules, the output head ("lm_head") included also where it is tied.
[[nodiscard]] std::vector<ModuleSpec> modulesOf(const Architecture& architecture);

// Parameters of the model as transformers counts them: a tied head once.
[[nodiscard]] std::int64_t parameterCount(const Architecture& architecture);

} // namespace fettle
