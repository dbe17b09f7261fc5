#pragma once

#include "core/device/device.h"

namespace fettle {

// What a plug-in gets to register itself in: it links none of our libraries.
struct PluginTables {
    void (*registerBackend)(at::DeviceType type, DeviceBackend* backend);
};

// The one C function that libfettle-cuda.so exports.
using PluginEntry = void (*)(const PluginTables& tables);
inline constexpr const char* kPluginEntryName = "fettleRegisterPlugin";

} // namespace fettle
