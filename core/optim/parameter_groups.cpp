#include "core/optim/parameter_groups.h"

namespace fettle {

std::vector<ParameterGroup> parameterGroups(const AdapterConfig& adapter, const NamedTensors& parameters) {
    const auto* lora = std::get_if<LoraConfig>(&adapter);
    if (lora == nullptr || lora->loraplusLrRatio == 1) return {{parameters}};
    ParameterGroup plain, faster{.parameters = {}, .rateRatio = lora->loraplusLrRatio};
    for (const auto& each : parameters) {
        const bool isB = each.first.find("lora_B") != std::string::npos || each.second.dim() == 1;
        (isB ? faster : plain).parameters.push_back(each);
    }
    return {plain, faster};
}

} // namespace fettle
