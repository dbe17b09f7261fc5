#include "core/plan/choice_costs.h"

#include "core/config/fields.h"
#include "core/plan/parameters.h"

#include <array>
#include <utility>

namespace fettle {

namespace {

constexpr std::array kDtypes = {"bfloat16", "float16", "float32"};

template <class Variant, std::size_t... kinds>
std::array<Variant, sizeof...(kinds)> everyKind(std::index_sequence<kinds...>) {
    return {Variant(std::in_place_index<kinds>)...};
}

// Every alternative with its defaults.
template <class Variant>
auto everyKind() {
    return everyKind<Variant>(std::make_index_sequence<std::variant_size_v<Variant>>());
}

} // namespace

std::vector<ChoiceCost> choiceCosts(const RunConfig& config, const Architecture& architecture,
                                    const MemoryInputs& inputs) {
    std::vector<ChoiceCost> costs;
    const auto add = [&](const char* key, std::string value, const MemoryInputs& changed) {
        costs.push_back({key, std::move(value), predictMemory(architecture, changed).total()});
    };
    for (const char* dtype : kDtypes) {
        MemoryInputs changed = inputs;
        changed.computeDtype = dtype;
        if (config.model.dtype == "auto") changed.modelDtype = dtype;
        add("precision.compute", dtype, changed);
    }
    for (const char* dtype : kDtypes) {
        MemoryInputs changed = inputs;
        changed.modelDtype = dtype;
        add("model.dtype", dtype, changed);
    }
    for (const OptimizerKind& kind : everyKind<OptimizerKind>()) {
        RunConfig other = config;
        other.optimizer.kind = kind;
        MemoryInputs changed = inputs;
        changed.optimizerBytes = optimizerBytes(other, architecture);
        add("optimizer.kind", std::string(kindName(kind)), changed);
    }
    for (const QuantizationConfig& kind : everyKind<QuantizationConfig>()) {
        MemoryInputs changed = inputs;
        changed.quantization = kind;
        add("model.quantization.kind", std::string(kindName(kind)), changed);
    }
    for (const bool isOn : {true, false}) {
        MemoryInputs changed = inputs;
        changed.checkpointing = isOn;
        add("gradient_checkpointing", isOn ? "on" : "off", changed);
    }
    return costs;
}

} // namespace fettle
