#include "core/source/adapters/adapter_kind.h"

#include "core/base/error.h"
#include "core/source/adapters/adapter_keys.h"
#include "core/source/score_head.h"

#include <algorithm>
#include <array>
#include <functional>
#include <numeric>

namespace fettle {

namespace {

// In the order of AdapterConfig's alternatives after NoAdapter.
const auto& adapterKinds() {
    static const std::array kKinds = {loraKind(), prefixTuningKind(), bottleneckKind(),
                                      ia3Kind(),  promptTuningKind(), pTuningKind()};
    static_assert(std::tuple_size_v<decltype(kKinds)> + 1 == std::variant_size_v<AdapterConfig>);
    return kKinds;
}

// PEFT saves whole modules of a classifier under either name (peft/utils/constants.py, SEQ_CLS_HEAD_NAMES).
bool isOfScore(const Json& module) {
    return module == kScoreModule || module == "classifier";
}

bool isOfScoreAlone(const Json& modules) {
    return modules.is_array() && std::ranges::all_of(modules, isOfScore);
}

AdapterSettings readSettings(Json config, const std::string& what) {
    if (!config.is_object()) refuseAdapter(what, "It is no JSON object.", "Choose a PEFT folder.");
    if (config.contains("modules_to_save") && isOfScoreAlone(config["modules_to_save"]))
        config.erase("modules_to_save");
    for (const AdapterKind& kind : adapterKinds())
        if (kind.wrote(config)) return {kind.read(config, what), baseModelIn(config)};
    const std::string type = valueOr(config, "peft_type", std::string());
    if (type.empty()) refuseAdapter(what, "It has no \"peft_type\".", "Choose a PEFT folder.");
    refuseAdapter(what, "Adapters of the type " + type + " cannot be used.",
                  "Choose an adapter of LoRA, prefix tuning, prompt tuning, IA3 or AdapterHub's bottlenecks.");
}

} // namespace

const AdapterKind& adapterKind(const AdapterConfig& config) {
    if (config.index() == 0) throw Error{ErrorKind::Internal, "Full tuning has no adapter."};
    return adapterKinds()[config.index() - 1];
}

AdapterSettings parseAdapterConfig(const Json& adapterConfig, const std::string& what) {
    try {
        return readSettings(adapterConfig, what);
    } catch (const nlohmann::json::exception& e) {
        refuseAdapter(what, std::string("A value has the wrong type (") + e.what() + ").",
                      "Write the adapter again with the program that made it.");
    }
}

namespace {

std::vector<AdapterTensor> withScore(std::vector<AdapterTensor> tensors, const Architecture& base) {
    if (base.score) tensors.push_back({kScoreTensor, {1, base.hiddenSize}});
    return tensors;
}

} // namespace

std::vector<AdapterTensor> adapterTensors(const AdapterConfig& config, const Architecture& base) {
    return withScore(adapterKind(config).tensors(config, base), base);
}

Json adapterConfigJson(const AdapterSettings& settings, const Architecture& base) {
    Json config = adapterKind(settings.config).write(settings, base);
    if (!base.score) return config;
    config["modules_to_save"] = Json::array({"classifier", kScoreModule});
    config["task_type"] = "SEQ_CLS";
    return config;
}

bool bringsScore(const Json& adapterConfig) {
    const auto modules = adapterConfig.find("modules_to_save");
    return modules != adapterConfig.end() && modules->is_array() && std::ranges::any_of(*modules, isOfScore);
}

std::int64_t adapterParameters(const AdapterConfig& config, const Architecture& base) {
    if (std::holds_alternative<NoAdapter>(config)) return 0;
    return countElements(adapterTensors(config, base));
}

std::vector<AdapterTensor> storedTensors(const AdapterConfig& config, const Architecture& base) {
    const AdapterKind& kind = adapterKind(config);
    return withScore((kind.storedTensors != nullptr ? kind.storedTensors : kind.tensors)(config, base), base);
}

std::int64_t countElements(const std::vector<AdapterTensor>& tensors) {
    std::int64_t elements = 0;
    for (const AdapterTensor& tensor : tensors)
        elements += std::accumulate(tensor.shape.begin(), tensor.shape.end(), std::int64_t{1}, std::multiplies<>());
    return elements;
}

std::string nameOfStart(const std::string& tensor) {
    return tensor + ".start";
}

bool keepsStart(const AdapterConfig& config, const std::string& tensor) {
    const auto keeps = adapterKind(config).keepsStart;
    return keeps != nullptr && keeps(config, tensor);
}

std::int64_t startParameters(const AdapterConfig& config, const Architecture& base) {
    if (std::holds_alternative<NoAdapter>(config) || adapterKind(config).keepsStart == nullptr) return 0;
    std::vector<AdapterTensor> tensors = adapterTensors(config, base);
    std::erase_if(tensors, [&](const AdapterTensor& tensor) { return !keepsStart(config, tensor.name); });
    return countElements(tensors);
}

} // namespace fettle
