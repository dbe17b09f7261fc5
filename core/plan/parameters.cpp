#include "core/plan/parameters.h"

#include "core/config/optimizer_state.h"
#include "core/source/adapters/adapter_files.h"
#include "core/source/adapters/adapter_kind.h"
#include "core/source/modules.h"
#include "core/source/safetensors.h"

#include <functional>
#include <numeric>

namespace fettle {

namespace {

std::int64_t elementsOf(const AdapterTensor& tensor) {
    return std::accumulate(tensor.shape.begin(), tensor.shape.end(), std::int64_t{1}, std::multiplies<>());
}

std::vector<AdapterTensor> storedTensors(const std::filesystem::path& folder) {
    std::vector<AdapterTensor> all;
    for (const auto& [name, location] : readTensorTableOfFile(adapterFiles(folder).weights))
        all.push_back({name, location.entry.shape});
    return all;
}

std::vector<AdapterTensor> modelTensors(const Architecture& architecture) {
    std::vector<AdapterTensor> all;
    for (const ModuleSpec& module : modulesOf(architecture)) {
        if (module.isTied) continue;
        all.push_back({module.name + ".weight", weightShape(module)});
        if (module.hasBias) all.push_back({module.name + ".bias", {module.outFeatures}});
    }
    return all;
}

// What the optimizer moves.
std::vector<AdapterTensor> trainedTensors(const RunConfig& config, const Architecture& architecture) {
    if (std::holds_alternative<NoAdapter>(config.adapter)) return modelTensors(architecture);
    const auto folder = initFromOf(config.adapter);
    return folder ? storedTensors(*folder) : adapterTensors(config.adapter, architecture);
}

} // namespace

ParameterCounts countParameters(const RunConfig& config, const Architecture& architecture) {
    std::int64_t trained = 0;
    for (const AdapterTensor& tensor : trainedTensors(config, architecture))
        trained += elementsOf(tensor);
    const bool isFull = std::holds_alternative<NoAdapter>(config.adapter);
    return {.total = isFull ? trained : parameterCount(architecture) + trained, .trained = trained};
}

std::uint64_t optimizerBytes(const RunConfig& config, const Architecture& architecture) {
    std::uint64_t bytes = 0;
    for (const AdapterTensor& tensor : trainedTensors(config, architecture))
        bytes += optimizerStateBytes(config.optimizer.kind, tensor.name, tensor.shape);
    return bytes;
}

} // namespace fettle
