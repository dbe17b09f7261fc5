#pragma once

#include "core/device/plugin.h"
#include "core/ops/kernel_table.h"

namespace fettle {

// What a plug-in gets to register itself in: it links none of our libraries, and a copy of a table inside it would be
// another table.
struct PluginTables {
    void (*registerBackend)(at::DeviceType type, DeviceBackend* backend) = &fettle::registerBackend;
    void (*registerKernels)(at::DeviceType type, const ops::KernelTable& table) = &ops::registerKernels;
    const ops::KernelTable& kernels = ops::atenKernels(); // where a device's table starts
};

inline constexpr PluginAbi kPluginAbi{.number = 3, .tableBytes = sizeof(PluginTables) + sizeof(ops::KernelTable)};

} // namespace fettle
