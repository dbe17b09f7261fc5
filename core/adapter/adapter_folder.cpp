#include "core/adapter/adapter_folder.h"

#include "core/base/error.h"
#include "core/source/adapters/adapter_files.h"
#include "core/source/adapters/bottleneck.h"
#include "core/weights/tensors.h"

namespace fettle {

namespace fs = std::filesystem;

namespace {

std::string nameIn(const Json& config) {
    const auto found = config.find("name");
    return found != config.end() && found->is_string() ? found->get<std::string>() : std::string();
}

} // namespace

AdapterFolder readAdapterFolder(const fs::path& folder) {
    const AdapterFiles files = adapterFiles(folder);
    if (files.layout == AdapterFiles::Layout::Mlx) return readMlxFolder(folder);
    const Json config = readJson(files.config);
    AdapterFolder read{.what = files.weights.string(), .settings = parseAdapterConfig(config, files.config.string())};
    const bool isNamed = files.layout == AdapterFiles::Layout::AdapterHub;
    const std::string own = isNamed ? nameIn(config) : std::string();
    const TensorSource source = TensorSource::openFile(files.weights);
    for (const std::string& name : source.names())
        read.tensors[isNamed ? withoutAdapterName(name, own) : name] = source.tensor(name);
    return read;
}

} // namespace fettle
