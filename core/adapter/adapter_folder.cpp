#include "core/adapter/adapter_folder.h"

#include "core/adapter/peft_config.h"
#include "core/base/error.h"

namespace fettle {

namespace fs = std::filesystem;

namespace {

AdapterFolder readPeftFolder(const fs::path& folder) {
    const fs::path weights = folder / "adapter_model.safetensors", config = folder / "adapter_config.json";
    if (!fs::exists(weights) && fs::exists(folder / "adapter_model.bin"))
        throw Error{ErrorKind::BadAdapter,
                    folder.string() + " holds its weights only as a pickle, which can run code when it is opened.",
                    "Save the adapter again with a newer PEFT (safetensors).",
                    {{"file", folder.string()}}};
    AdapterFolder read{.what = weights.string(), .settings = parsePeftConfig(readJson(config), config.string())};
    const TensorSource source = TensorSource::openFile(weights);
    for (const std::string& name : source.names())
        read.tensors[name] = source.tensor(name);
    return read;
}

} // namespace

AdapterFolder readAdapterFolder(const fs::path& folder) {
    return fs::exists(folder / "adapters.safetensors") ? readMlxFolder(folder) : readPeftFolder(folder);
}

std::string nameOfA(const std::string& module) {
    return "base_model.model." + module + ".lora_A.weight";
}

std::string nameOfB(const std::string& module) {
    return "base_model.model." + module + ".lora_B.weight";
}

} // namespace fettle
