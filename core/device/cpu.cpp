#include "core/device/cpu.h"

#include "core/base/proc.h"
#include "core/device/allocator.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <sched.h>
#include <sstream>
#include <unistd.h>

namespace fettle {

namespace {

// The value of the first line of /proc/cpuinfo that starts with `key`.
std::string cpuInfo(const std::string& key) {
    std::ifstream in("/proc/cpuinfo");
    for (std::string line; std::getline(in, line);)
        if (line.starts_with(key))
            if (const auto colon = line.find(": "); colon != std::string::npos) return line.substr(colon + 2);
    return {};
}

bool hasFlag(const std::string& flag) {
    std::istringstream flags(cpuInfo("flags"));
    for (std::string word; flags >> word;)
        if (word == flag) return true;
    return false;
}

int usableCores() {
    cpu_set_t set;
    CPU_ZERO(&set);
    return sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set)
                                                       : static_cast<int>(sysconf(_SC_NPROCESSORS_ONLN));
}

std::int64_t memInfoBytes(const std::string& key) {
    return static_cast<std::int64_t>(procBytes("/proc/meminfo", key));
}

// The control group's limit, where it is lower than the machine's memory.
std::int64_t memoryLimit(std::int64_t total) {
    std::ifstream in("/sys/fs/cgroup/memory.max");
    std::int64_t limit = 0;
    return in >> limit && limit > 0 ? std::min(total, limit) : total;
}

} // namespace

Json CpuBackend::describe(int) const {
    Json instructions = Json::array();
    for (const char* flag : {"avx2", "avx512f", "avx512_bf16", "amx_bf16"})
        if (hasFlag(flag)) instructions.push_back(flag);
    const std::int64_t total = memInfoBytes("MemTotal");
    return {{"device", "cpu"},
            {"name", cpuInfo("model name")},
            {"cores", usableCores()},
            {"instructions", instructions},
            {"memory_bytes", memoryLimit(total)},
            {"available_bytes", std::min(memInfoBytes("MemAvailable"), memoryLimit(total))},
            {"precisions",
             {{"float32", "native"},
              {"bfloat16", hasNative(at::kBFloat16, 0) ? "native" : "emulated, slow: needs avx512_bf16 or amx_bf16"},
              {"float16", "inference only, slow"}}}};
}

std::int64_t CpuBackend::peakBytes(int) const {
    return peakCountedBytes();
}

std::int64_t CpuBackend::currentBytes(int) const {
    return countedBytes();
}

void CpuBackend::resetPeak(int) {
    resetPeakCountedBytes();
}

void CpuBackend::releaseCached(int) {
    releaseUnusedBytes();
}

bool CpuBackend::hasNative(at::ScalarType compute, int) const {
    return compute == at::kFloat || (compute == at::kBFloat16 && (hasFlag("avx512_bf16") || hasFlag("amx_bf16")));
}

} // namespace fettle
