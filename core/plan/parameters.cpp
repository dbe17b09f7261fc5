#include "core/plan/parameters.h"

#include "core/source/modules.h"
#include "core/source/safetensors.h"
#include "core/source/target_modules.h"

#include <functional>
#include <numeric>

namespace fettle {

namespace {

// PEFT's pattern keys name a path or the end of one after a dot.
std::int64_t rankOf(const LoraConfig& config, const std::string& module) {
    for (const auto& [name, rank] : config.rankPattern)
        if (module == name || module.ends_with("." + name)) return rank;
    return config.r;
}

std::int64_t storedParameters(const std::filesystem::path& folder) {
    std::int64_t parameters = 0;
    for (const auto& [name, location] : readTensorTableOfFile(folder / "adapter_model.safetensors")) {
        const auto& shape = location.entry.shape;
        parameters += std::accumulate(shape.begin(), shape.end(), std::int64_t{1}, std::multiplies<>());
    }
    return parameters;
}

// A [r, in] and B [out, r] for each target.
std::int64_t loraParameters(const LoraConfig& config, const Architecture& architecture) {
    if (config.initFrom) return storedParameters(*config.initFrom);
    const std::vector<ModuleSpec> modules = modulesOf(architecture);
    std::int64_t parameters = 0;
    for (const std::size_t index : matchTargets(config.targetModules, modules)) {
        const ModuleSpec& module = modules[index];
        parameters += rankOf(config, module.name) * (module.inFeatures + module.outFeatures);
    }
    return parameters;
}

} // namespace

ParameterCounts countParameters(const RunConfig& config, const Architecture& architecture) {
    const std::int64_t model = parameterCount(architecture);
    const auto* lora = std::get_if<LoraConfig>(&config.adapter);
    if (lora == nullptr) return {.total = model, .trained = model};
    const std::int64_t adapter = loraParameters(*lora, architecture);
    return {.total = model + adapter, .trained = adapter};
}

} // namespace fettle
