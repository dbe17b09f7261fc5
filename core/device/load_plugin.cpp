#include "core/base/log.h"
#include "core/base/plugin_file.h"
#include "core/device/plugin.h"

#include <ATen/Version.h>

#include <dlfcn.h>

namespace fettle {

namespace fs = std::filesystem;

namespace {

// Written once at the start, before any thread.
std::string& reason() {
    static std::string text = "no plug-in was loaded";
    return text;
}

// The folder that libtorch_cpu.so was loaded from: torch_cuda lies beside it.
fs::path torchFolder() {
    Dl_info info{};
    const auto address = reinterpret_cast<void*>(&at::show_config);
    return dladdr(address, &info) != 0 ? fs::path(info.dli_fname).parent_path() : fs::path();
}

std::string tryToLoad(const PluginTables& tables, const PluginAbi& abi) {
    const fs::path plugin = pluginFile("libfettle-cuda.so");
    if (plugin.empty()) return "this build has no libfettle-cuda.so";
    if (dlopen("libcuda.so.1", RTLD_NOW | RTLD_GLOBAL) == nullptr) return "there is no NVIDIA driver (libcuda.so.1)";
    const std::string problem = openPlugin(plugin, tables, abi);
    if (!problem.empty()) logLine("GPU support is off: " + problem); // a driver without its plug-in is worth a word
    return problem.empty() ? "the NVIDIA driver lists none" : problem;
}

} // namespace

std::string openPlugin(const fs::path& file, const PluginTables& tables, const PluginAbi& abi) {
    void* library = nullptr;
    for (const fs::path& needed : {torchFolder() / "libtorch_cuda.so", file}) {
        library = dlopen(needed.c_str(), RTLD_NOW | RTLD_GLOBAL);
        if (library == nullptr) return dlerror();
    }
    const auto entry = reinterpret_cast<PluginEntry>(dlsym(library, kPluginEntryName));
    const auto* own = static_cast<const PluginAbi*>(dlsym(library, kPluginAbiName));
    if (entry == nullptr || own == nullptr || *own != abi) return file.string() + " belongs to another version";
    entry(tables);
    return {};
}

void loadCudaPlugin(const PluginTables& tables, const PluginAbi& abi) {
    reason() = tryToLoad(tables, abi);
}

std::string whyNoGpu() {
    return reason();
}

} // namespace fettle
