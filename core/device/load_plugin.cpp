#include "core/base/files.h"
#include "core/base/log.h"
#include "core/device/plugin.h"

#include <ATen/Version.h>

#include <dlfcn.h>

namespace fettle {

namespace fs = std::filesystem;

namespace {

// The folder that libtorch_cpu.so was loaded from: torch_cuda lies beside it.
fs::path torchFolder() {
    Dl_info info{};
    const auto address = reinterpret_cast<void*>(&at::show_config);
    return dladdr(address, &info) != 0 ? fs::path(info.dli_fname).parent_path() : fs::path();
}

fs::path pluginFile() {
    const fs::path beside = programPath().parent_path();
    for (const fs::path& folder : {beside, beside.parent_path() / "lib/fettle"})
        if (fs::exists(folder / "libfettle-cuda.so")) return folder / "libfettle-cuda.so";
    return {};
}

void* open(const fs::path& file) {
    void* library = dlopen(file.c_str(), RTLD_NOW | RTLD_GLOBAL);
    if (library == nullptr) logLine(std::string("GPU support is off: ") + dlerror());
    return library;
}

} // namespace

void loadCudaPlugin() {
    const fs::path plugin = pluginFile();
    if (plugin.empty() || dlopen("libcuda.so.1", RTLD_NOW | RTLD_GLOBAL) == nullptr) return;
    if (open(torchFolder() / "libtorch_cuda.so") == nullptr) return;
    void* library = open(plugin);
    if (library == nullptr) return;
    const auto entry = reinterpret_cast<PluginEntry>(dlsym(library, kPluginEntryName));
    if (entry == nullptr) return logLine("GPU support is off: the plug-in belongs to another version.");
    entry({.registerBackend = &registerBackend});
}

} // namespace fettle
