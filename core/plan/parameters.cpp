#include "core/plan/parameters.h"

#include "core/source/adapters/adapter_files.h"
#include "core/source/adapters/adapter_kind.h"
#include "core/source/modules.h"
#include "core/source/safetensors.h"

#include <functional>
#include <numeric>

namespace fettle {

namespace {

std::int64_t storedParameters(const std::filesystem::path& folder) {
    std::int64_t parameters = 0;
    for (const auto& [name, location] : readTensorTableOfFile(adapterFiles(folder).weights)) {
        const auto& shape = location.entry.shape;
        parameters += std::accumulate(shape.begin(), shape.end(), std::int64_t{1}, std::multiplies<>());
    }
    return parameters;
}

} // namespace

ParameterCounts countParameters(const RunConfig& config, const Architecture& architecture) {
    const std::int64_t model = parameterCount(architecture);
    if (std::holds_alternative<NoAdapter>(config.adapter)) return {.total = model, .trained = model};
    const auto folder = initFromOf(config.adapter);
    const std::int64_t adapter = folder ? storedParameters(*folder) : adapterParameters(config.adapter, architecture);
    return {.total = model + adapter, .trained = adapter};
}

} // namespace fettle
