#pragma once

#include "core/device/device.h"

#include <cstdint>
#include <filesystem>

namespace fettle {

struct PluginTables; // core/ops/plugin_tables.h: a plug-in registers in tables of several folders

// What program and plug-in must have in common before tables are handed over. The number is raised when the meaning of
// an entry changes; a table that grew or shrank is seen by its size.
struct PluginAbi {
    std::uint32_t number = 0, tableBytes = 0;
    bool operator==(const PluginAbi&) const = default;
};

// What libfettle-cuda.so exports: a PluginAbi, and a C function.
using PluginEntry = void (*)(const PluginTables& tables);
inline constexpr const char* kPluginAbiName = "fettlePluginAbi";
inline constexpr const char* kPluginEntryName = "fettleRegisterPlugin";

// Opens libfettle-cuda.so beside the program (or in ../lib/fettle) if libcuda.so.1 opens. The engine's first act,
// before any other ATen call: once something asked for CUDA without torch_cuda loaded, CUDA stays off for good.
// Where that fails, registerBackend never happens and whyNoGpu tells the reason.
void loadCudaPlugin(const PluginTables& tables, const PluginAbi& abi);

// Opens libtorch_cuda.so of the LibTorch in use, then the plug-in, and lets it register. Empty, or why it failed.
[[nodiscard]] std::string openPlugin(const std::filesystem::path& file, const PluginTables& tables,
                                     const PluginAbi& abi);

} // namespace fettle
