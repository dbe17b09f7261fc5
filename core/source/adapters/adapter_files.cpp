#include "core/source/adapters/adapter_files.h"

#include "core/base/error.h"

namespace fettle {

namespace fs = std::filesystem;

AdapterFiles adapterFiles(const fs::path& folder) {
    using Layout = AdapterFiles::Layout;
    const fs::path config = folder / "adapter_config.json", peft = folder / "adapter_model.safetensors";
    if (fs::exists(folder / "adapters.safetensors")) return {Layout::Mlx, folder / "adapters.safetensors", config};
    if (fs::exists(peft)) return {Layout::Peft, peft, config};
    if (fs::exists(folder / "adapter.safetensors")) return {Layout::AdapterHub, folder / "adapter.safetensors", config};
    for (const char* pickle : {"adapter_model.bin", "pytorch_adapter.bin"})
        if (fs::exists(folder / pickle))
            throw Error{ErrorKind::BadAdapter,
                        folder.string() + " holds its weights only as a pickle, which can run code when it is opened.",
                        "Save the adapter again as safetensors.",
                        {{"file", folder.string()}}};
    return {Layout::Peft, peft, config};
}

} // namespace fettle
