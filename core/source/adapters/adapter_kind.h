#pragma once

#include "core/config/adapter_config.h"
#include "core/source/architecture.h"

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace fettle {

// One tensor of an adapter under the name that its file uses, fp32.
struct AdapterTensor {
    std::string name;
    std::vector<std::int64_t> shape;
    bool operator==(const AdapterTensor&) const = default;
};

// What an adapter_config.json says.
struct AdapterSettings {
    AdapterConfig config;
    std::string baseModel; // a hint: the shapes decide
};

// All that the light half knows of a kind of adapter. Each function gets the kind's own alternative of AdapterConfig.
struct AdapterKind {
    const char* weightsFile;                  // beside adapter_config.json
    bool (*wrote)(const Json& adapterConfig); // whether that file is one that this kind reads
    // The settings in it; `what` names it. Unknown keys are ignored, an active feature that is not supported is refused
    // by name: Error{BadAdapter}. May throw nlohmann::json::exception for a value of the wrong type.
    AdapterConfig (*read)(const Json& adapterConfig, const std::string& what);
    // adapter_config.json with sorted keys, only those that older readers know.
    Json (*write)(const AdapterSettings& settings, const Architecture& base);
    // What is trained, in the order of the base's modules. Error{BadConfig} where the configuration matches nothing,
    // Error{BadAdapter} where the base cannot carry it.
    std::vector<AdapterTensor> (*tensors)(const AdapterConfig& config, const Architecture& base);
    // The configuration of which tensors() are those that a file really holds, where it holds fewer than promised
    // (PEFT's layers_to_transform, MLX's last layers), so that the adapter is the same when it is written again.
    AdapterConfig (*fitted)(const AdapterConfig& config, const Architecture& base, const std::set<std::string>& names);
    // What its folder holds where that is made of what is trained: PiSSA's is a plain LoRA of twice the rank, which any
    // program opens on the base as it is; that of P-tuning has what its encoder makes. nullptr: tensors().
    std::vector<AdapterTensor> (*storedTensors)(const AdapterConfig& config, const Architecture& base) = nullptr;
    // Whether a tensor's start value is kept beside the trained one, since it computes with both. nullptr: none is.
    bool (*keepsStart)(const AdapterConfig& config, const std::string& tensor) = nullptr;
};

// Error{Internal} for full tuning, which has no adapter.
[[nodiscard]] const AdapterKind& adapterKind(const AdapterConfig& config);

// Settings of an adapter_config.json, whichever kind wrote it. Error{BadAdapter}.
[[nodiscard]] AdapterSettings parseAdapterConfig(const Json& adapterConfig, const std::string& what);

// All that is trained: the kind's own tensors and, on a reward model, its score (PEFT's modules_to_save).
[[nodiscard]] std::vector<AdapterTensor> adapterTensors(const AdapterConfig& config, const Architecture& base);
inline constexpr const char* kScoreTensor = "base_model.model.score.weight";

// adapter_config.json of an adapter on that base, reward models included.
[[nodiscard]] Json adapterConfigJson(const AdapterSettings& settings, const Architecture& base);

// Whether the adapter makes its base a reward model.
[[nodiscard]] bool bringsScore(const Json& adapterConfig);

// Parameters of an adapter that is made afresh; 0 for full tuning.
[[nodiscard]] std::int64_t adapterParameters(const AdapterConfig& config, const Architecture& base);

// AdapterKind::storedTensors, or the trained ones themselves.
[[nodiscard]] std::vector<AdapterTensor> storedTensors(const AdapterConfig& config, const Architecture& base);
[[nodiscard]] std::int64_t countElements(const std::vector<AdapterTensor>& tensors);
[[nodiscard]] bool keepsStart(const AdapterConfig& config, const std::string& tensor); // AdapterKind::keepsStart
[[nodiscard]] std::int64_t startParameters(const AdapterConfig& config, const Architecture& base); // kept; 0: full
[[nodiscard]] std::string nameOfStart(const std::string& tensor); // of the kept start value

// One function per adapter file.
[[nodiscard]] AdapterKind loraKind();
[[nodiscard]] AdapterKind prefixTuningKind();
[[nodiscard]] AdapterKind bottleneckKind();
[[nodiscard]] AdapterKind ia3Kind();
[[nodiscard]] AdapterKind promptTuningKind();
[[nodiscard]] AdapterKind pTuningKind();

} // namespace fettle
