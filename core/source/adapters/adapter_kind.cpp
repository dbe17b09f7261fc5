#include "core/source/adapters/adapter_kind.h"

#include "core/base/error.h"
#include "core/source/adapters/adapter_keys.h"

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

AdapterSettings readSettings(const Json& config, const std::string& what) {
    if (!config.is_object()) refuseAdapter(what, "It is no JSON object.", "Choose a PEFT folder.");
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

std::int64_t adapterParameters(const AdapterConfig& config, const Architecture& base) {
    if (std::holds_alternative<NoAdapter>(config)) return 0;
    return countElements(adapterKind(config).tensors(config, base));
}

std::vector<AdapterTensor> storedTensors(const AdapterConfig& config, const Architecture& base) {
    const AdapterKind& kind = adapterKind(config);
    return (kind.storedTensors != nullptr ? kind.storedTensors : kind.tensors)(config, base);
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

bool keepsStart(const AdapterConfig& config) {
    if (std::holds_alternative<NoAdapter>(config)) return false;
    const auto keeps = adapterKind(config).keepsStart;
    return keeps != nullptr && keeps(config);
}

} // namespace fettle
