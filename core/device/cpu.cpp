#include "core/device/cpu.h"

#include "core/base/machine.h"
#include "core/base/proc.h"
#include "core/device/allocator.h"

#include <fstream>

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

std::int64_t memInfoBytes(const std::string& key) {
    return static_cast<std::int64_t>(procBytes("/proc/meminfo", key));
}

std::int64_t limited(std::int64_t bytes) {
    return static_cast<std::int64_t>(withinGroupLimit(static_cast<std::uint64_t>(bytes)));
}

} // namespace

Json CpuBackend::describe(int) const {
    Json instructions = Json::array();
    for (const char* flag : {"avx2", "avx512f", "avx512_bf16", "amx_bf16"})
        if (hasProcessorFlag(flag)) instructions.push_back(flag);
    return {{"device", "cpu"},
            {"name", cpuInfo("model name")},
            {"cores", usableCores()},
            {"instructions", instructions},
            {"memory_bytes", limited(memInfoBytes("MemTotal"))},
            {"available_bytes", limited(memInfoBytes("MemAvailable"))},
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
    return compute == at::kFloat || (compute == at::kBFloat16 && hasNativeBf16());
}

} // namespace fettle
