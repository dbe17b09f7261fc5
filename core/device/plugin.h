#pragma once

#include "core/device/device.h"

#include <filesystem>

namespace fettle {

struct PluginTables; // core/ops/plugin_tables.h: a plug-in registers in tables of several folders

// The one C function that libfettle-cuda.so exports.
using PluginEntry = void (*)(const PluginTables& tables);
inline constexpr const char* kPluginEntryName = "fettleRegisterPlugin";

// Opens libfettle-cuda.so beside the program (or in ../lib/fettle) if libcuda.so.1 opens. The engine's first act,
// before any other ATen call: once something asked for CUDA without torch_cuda loaded, CUDA stays off for good.
// Where that fails, registerBackend never happens and whyNoGpu tells the reason.
void loadCudaPlugin(const PluginTables& tables);

// Opens libtorch_cuda.so of the LibTorch in use, then the plug-in, and lets it register. Empty, or why it failed.
[[nodiscard]] std::string openPlugin(const std::filesystem::path& file, const PluginTables& tables);

} // namespace fettle
