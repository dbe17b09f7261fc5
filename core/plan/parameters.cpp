#include "core/plan/parameters.h"

#include "core/source/safetensors.h"
#include "core/source/target_modules.h"

#include <algorithm>
#include <functional>
#include <numeric>

namespace fettle {

namespace {

std::int64_t elements(const AdapterTensor& tensor) {
    return std::accumulate(tensor.shape.begin(), tensor.shape.end(), std::int64_t{1}, std::multiplies<>());
}

std::int64_t elements(const std::vector<AdapterTensor>& tensors) {
    return std::transform_reduce(tensors.begin(), tensors.end(), std::int64_t{0}, std::plus<>(),
                                 [](const AdapterTensor& tensor) { return elements(tensor); });
}

// PEFT's pattern keys name a path or the end of one after a dot.
std::int64_t rankOf(const LoraConfig& config, const std::string& module) {
    for (const auto& [name, rank] : config.rankPattern)
        if (module == name || module.ends_with("." + name)) return rank;
    return config.r;
}

std::vector<AdapterTensor> storedTensors(const std::filesystem::path& folder) {
    std::vector<AdapterTensor> tensors;
    for (const auto& [name, location] : readTensorTableOfFile(folder / "adapter_model.safetensors"))
        tensors.push_back({name, location.entry.shape});
    return tensors;
}

std::vector<AdapterTensor> freshTensors(const LoraConfig& config, const Architecture& architecture) {
    const std::vector<ModuleSpec> modules = modulesOf(architecture);
    std::vector<AdapterTensor> tensors;
    for (const std::size_t index : matchTargets(config.targetModules, modules)) {
        const ModuleSpec& module = modules[index];
        const std::int64_t rank = rankOf(config, module.name);
        const std::string path = "base_model.model." + module.name;
        tensors.push_back({path + ".lora_A.weight", {rank, module.inFeatures}});
        tensors.push_back({path + ".lora_B.weight", {module.outFeatures, rank}});
    }
    return tensors;
}

} // namespace

std::vector<AdapterTensor> adapterTensors(const RunConfig& config, const Architecture& architecture) {
    const auto* lora = std::get_if<LoraConfig>(&config.adapter);
    if (lora == nullptr) return {};
    return lora->initFrom ? storedTensors(*lora->initFrom) : freshTensors(*lora, architecture);
}

ParameterCounts countParameters(const RunConfig& config, const Architecture& architecture) {
    const std::int64_t model = parameterCount(architecture);
    if (std::holds_alternative<NoAdapter>(config.adapter)) return {.total = model, .trained = model};
    const std::int64_t adapter = elements(adapterTensors(config, architecture));
    return {.total = model + adapter, .trained = adapter};
}

std::uint64_t adapterFileBytes(std::vector<AdapterTensor> tensors) {
    if (tensors.empty()) return 0;
    std::sort(tensors.begin(), tensors.end(),
              [](const AdapterTensor& a, const AdapterTensor& b) { return a.name < b.name; });
    Json header = {{"__metadata__", {{"format", "pt"}}}};
    std::uint64_t end = 0;
    for (const AdapterTensor& tensor : tensors) {
        const std::uint64_t begin = end;
        end += static_cast<std::uint64_t>(elements(tensor)) * sizeof(float);
        header[tensor.name] = {{"dtype", "F32"}, {"shape", tensor.shape}, {"data_offsets", {begin, end}}};
    }
    // The header's length, then the header filled up to a multiple of 8 (formats.md section 1).
    return 8 + (header.dump().size() + 7) / 8 * 8 + end;
}

} // namespace fettle
