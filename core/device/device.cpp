#include "core/device/device.h"

#include "core/base/error.h"
#include "core/base/machine.h"
#include "core/device/cpu.h"

#include <ATen/Context.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <map>
#include <optional>

namespace fettle {

namespace {

// Filled once at the start, before any thread; plug-ins live as long as the process.
std::map<at::DeviceType, DeviceBackend*>& backends() {
    static CpuBackend cpu;
    static std::map<at::DeviceType, DeviceBackend*> all = {{at::kCPU, &cpu}};
    return all;
}

// The backend other than the CPU's whose devices carry this name: "cuda". end() where none is registered.
auto backendNamed(const std::string& type) {
    return std::find_if(backends().begin(), backends().end(), [&type](const auto& entry) {
        return entry.first != at::kCPU && c10::DeviceTypeName(entry.first, /*lower_case=*/true) == type;
    });
}

[[noreturn]] void throwNoGpu(const std::string& name, int gpus) {
    const std::string message = gpus > 0
                                    ? "This machine has no GPU \"" + name + "\", only " + std::to_string(gpus) + "."
                                    : "This machine has no GPU that can be used: " + whyNoGpu() + ".";
    throw Error{ErrorKind::DeviceMissing,
                message,
                "`fettle devices` lists what there is; the device \"cpu\" always works.",
                {{"device", name}}};
}

} // namespace

void registerBackend(at::DeviceType type, DeviceBackend* backend) {
    backends()[type] = backend;
}

DeviceBackend& backendOf(const at::Device& device) {
    return *backends().at(device.type());
}

at::Device resolveDevice(const std::string& name) {
    if (name == "cpu") return at::kCPU;
    if (name == "auto") {
        for (const auto& [type, backend] : backends())
            if (type != at::kCPU && backend->count() > 0) return {type, 0};
        return at::kCPU;
    }
    const auto found = backendNamed(name.substr(0, name.find(':')));
    const std::optional<int> index = deviceNumber(name);
    if (!index || (found == backends().end() && !isDeviceName(name)))
        throw Error{ErrorKind::BadConfig,
                    "\"" + name + "\" is no device.",
                    "Choose auto, cpu, cuda or cuda:N.",
                    {{"key", "device"}}};
    const int count = found == backends().end() ? 0 : found->second->count();
    if (*index >= count) throwNoGpu(name, count);
    return {found->first, static_cast<at::DeviceIndex>(*index)};
}

void setThreads(int threads) {
    at::set_num_threads(threads > 0 ? threads : usableCores());
}

void allowTf32(bool isAllowed) {
    at::globalContext().setAllowTF32CuBLAS(isAllowed);
}

Json describeDevices() {
    Json list = Json::array();
    for (const auto& [type, backend] : backends())
        for (int index = 0; index < backend->count(); ++index)
            list.push_back(backend->describe(index));
    return {{"devices", list}};
}

at::ScalarType resolveCompute(const std::string& name, const at::Device& device) {
    const bool hasBf16 = backendOf(device).hasNative(at::kBFloat16, device.index());
    const std::string type = name == "auto" ? autoCompute(!device.is_cpu(), hasBf16) : name;
    if (type == "float32") return at::kFloat;
    if (type == "bfloat16") return at::kBFloat16;
    if (type == "float16" && backendOf(device).hasNative(at::kHalf, device.index())) return at::kHalf;
    throw Error{ErrorKind::DeviceMissing,
                "This device does not compute in \"" + name + "\".",
                "Choose auto, float32 or bfloat16.",
                {{"key", "precision.compute"}}};
}

} // namespace fettle
