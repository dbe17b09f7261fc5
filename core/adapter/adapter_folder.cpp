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

// What no part of an adapter can be made of. An adapter is small enough to be looked at whole.
void refuseUnusable(const at::Tensor& tensor, const std::string& name, const std::string& what) {
    const Facts facts{{"tensor", name}, {"file", what}};
    if (!tensor.is_floating_point())
        throw Error{ErrorKind::BadAdapter,
                    what + ": \"" + name + "\" holds whole numbers (" + c10::toString(tensor.scalar_type()) + ").",
                    "Save the adapter in float32, float16 or bfloat16.", facts};
    if (tensor.numel() == 0)
        throw Error{ErrorKind::BadAdapter,
                    what + ": \"" + name + "\" is empty: its shape is " + c10::str(tensor.sizes()) + ".",
                    "Copy or export the adapter again.", facts};
    if (!at::isfinite(tensor).all().item<bool>())
        throw Error{ErrorKind::NonFinite, what + ": \"" + name + "\" holds infinite numbers or NaN.",
                    "Its training went astray: take an earlier checkpoint, or train again with a lower learning rate.",
                    facts};
}

AdapterFolder readTensors(const fs::path& folder) {
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

} // namespace

AdapterFolder readAdapterFolder(const fs::path& folder) {
    AdapterFolder read = readTensors(folder);
    for (const auto& [name, tensor] : read.tensors)
        refuseUnusable(tensor, name, read.what);
    return read;
}

} // namespace fettle
