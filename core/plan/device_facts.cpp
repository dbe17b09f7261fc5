#include "core/base/error.h"
#include "core/base/machine.h"
#include "core/base/proc.h"
#include "core/plan/plan.h"

namespace fettle {

namespace fs = std::filesystem;

namespace {

bool isMeant(const std::string& listed, const std::string& wanted) {
    const bool isGpu = listed.starts_with("cuda");
    return listed == wanted || (isGpu && (wanted == "cuda" || wanted == "auto"));
}

DeviceFacts factsOf(const Json& device) {
    const std::uint64_t memory = device.value("memory_bytes", std::uint64_t{0});
    return {.device = device.value("device", ""),
            .memoryBytes = device.value("available_bytes", memory),
            .threads = device.value("cores", usableCores()),
            .nativeBf16 = device.value("precisions", Json::object()).value("bfloat16", "") == "native"};
}

} // namespace

DeviceFacts cpuFacts(const fs::path& root) {
    return {.device = "cpu",
            .memoryBytes = withinGroupLimit(procBytes(root / "proc/meminfo", "MemAvailable"), root),
            .threads = usableCores(),
            .nativeBf16 = hasNativeBf16(root)};
}

DeviceFacts deviceFacts(const Json& devices, const std::string& device) {
    const Json& list = devices.at("devices");
    for (const Json& listed : list)
        if (isMeant(listed.value("device", ""), device)) return factsOf(listed);
    if (device == "auto") return deviceFacts(devices, "cpu");
    throw Error{ErrorKind::DeviceMissing,
                "There is no device \"" + device + "\" here.",
                "`fettle devices` lists those that there are.",
                {{"device", device}}};
}

} // namespace fettle
