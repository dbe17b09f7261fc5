#include "core/base/error.h"
#include "core/base/proc.h"
#include "core/plan/plan.h"

#include <algorithm>
#include <fstream>
#include <sched.h>
#include <sstream>
#include <unistd.h>

namespace fettle {

namespace fs = std::filesystem;

namespace {

int usableCores() {
    cpu_set_t set;
    CPU_ZERO(&set);
    if (sched_getaffinity(0, sizeof set, &set) == 0) return CPU_COUNT(&set);
    return static_cast<int>(sysconf(_SC_NPROCESSORS_ONLN));
}

// The control group's limit (version 2, then 1) where there is one: "max" reads as no number.
std::uint64_t limitedBytes(const fs::path& root, std::uint64_t available) {
    for (const char* file : {"sys/fs/cgroup/memory.max", "sys/fs/cgroup/memory/memory.limit_in_bytes"}) {
        std::ifstream in(root / file);
        if (std::uint64_t limit = 0; in >> limit) return std::min(available, limit);
    }
    return available;
}

bool hasNativeBf16(const fs::path& root) {
    std::ifstream in(root / "proc/cpuinfo");
    for (std::string line; std::getline(in, line);) {
        if (!line.starts_with("flags")) continue;
        std::istringstream words(line);
        for (std::string word; words >> word;)
            if (word == "avx512_bf16" || word == "amx_bf16") return true;
        return false;
    }
    return false;
}

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
            .memoryBytes = limitedBytes(root, procBytes(root / "proc/meminfo", "MemAvailable")),
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
