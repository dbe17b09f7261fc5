#include "core/plan/parameters.h"

#include "core/config/optimizer_state.h"
#include "core/source/adapters/adapter_files.h"
#include "core/source/adapters/adapter_kind.h"
#include "core/source/modules.h"
#include "core/source/safetensors.h"
#include "core/source/trained_modules.h"

namespace fettle {

namespace {

std::vector<AdapterTensor> tensorsIn(const std::filesystem::path& folder) {
    std::vector<AdapterTensor> all;
    for (const auto& [name, location] : readTensorTableOfFile(adapterFiles(folder).weights))
        all.push_back({name, location.entry.shape});
    return all;
}

std::vector<AdapterTensor> modelTensors(const NoAdapter& full, const Architecture& architecture) {
    std::vector<AdapterTensor> all;
    for (const ModuleSpec& module : trainedModules(full, architecture)) {
        if (module.isTied) continue;
        all.push_back({module.name + ".weight", weightShape(module)});
        if (module.hasBias) all.push_back({module.name + ".bias", {module.outFeatures}});
    }
    return all;
}

// What the optimizer moves.
std::vector<AdapterTensor> trainedTensors(const RunConfig& config, const Architecture& architecture) {
    if (const auto* full = std::get_if<NoAdapter>(&config.adapter)) return modelTensors(*full, architecture);
    const auto folder = initFromOf(config.adapter);
    return folder ? tensorsIn(*folder) : adapterTensors(config.adapter, architecture);
}

} // namespace

ParameterCounts countParameters(const RunConfig& config, const Architecture& architecture) {
    const std::int64_t trained = countElements(trainedTensors(config, architecture));
    if (std::holds_alternative<NoAdapter>(config.adapter))
        return {.total = parameterCount(architecture), .trained = trained};
    return {.total = parameterCount(architecture) + trained,
            .trained = trained,
            .stored =
                initFromOf(config.adapter) ? trained : countElements(storedTensors(config.adapter, architecture))};
}

std::optional<std::set<std::string>> trainedNames(const AdapterConfig& adapter, const Architecture& architecture) {
    const auto* full = std::get_if<NoAdapter>(&adapter);
    if (full == nullptr || trainsAll(*full)) return std::nullopt;
    std::set<std::string> names;
    for (const ModuleSpec& module : trainedModules(*full, architecture))
        names.insert(module.name);
    return names;
}

std::uint64_t optimizerBytes(const RunConfig& config, const Architecture& architecture) {
    std::uint64_t bytes = 0;
    for (const AdapterTensor& tensor : trainedTensors(config, architecture))
        bytes += optimizerStateBytes(config.optimizer.kind, tensor.name, tensor.shape);
    return bytes;
}

} // namespace fettle
