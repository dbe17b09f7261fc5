#pragma once

#include "core/device/plugin.h"
#include "core/ops/attention_varlen.h"

namespace fettle {

// What a plug-in gets to register itself in: it links none of our libraries, and a copy of a table inside it would be
// another table.
struct PluginTables {
    void (*registerBackend)(at::DeviceType type, DeviceBackend* backend) = &fettle::registerBackend;
    void (*registerVarlenKernel)(at::DeviceType type, const ops::VarlenKernel& kernel) = &ops::registerVarlenKernel;
};

} // namespace fettle
