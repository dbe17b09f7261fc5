#include "core/base/machine.h"

#include <algorithm>
#include <charconv>
#include <fstream>
#include <sched.h>
#include <sstream>
#include <unistd.h>

namespace fettle {

namespace fs = std::filesystem;

std::optional<int> deviceNumber(std::string_view device) {
    const std::size_t colon = device.find(':');
    if (colon == std::string_view::npos) return 0;
    unsigned short number = 0;
    const char* const end = device.data() + device.size();
    const auto [rest, failure] = std::from_chars(device.data() + colon + 1, end, number);
    return failure == std::errc() && rest == end ? std::optional<int>(number) : std::nullopt;
}

bool isDeviceName(std::string_view device) {
    if (device == "auto" || device == "cpu") return true;
    return device.substr(0, device.find(':')) == "cuda" && deviceNumber(device).has_value();
}

std::string autoCompute(bool isGpu, bool hasNativeBf16) {
    return hasNativeBf16 ? "bfloat16" : isGpu ? "float16" : "float32";
}

namespace {

int coresOfAffinity() {
    cpu_set_t set;
    CPU_ZERO(&set);
    if (::sched_getaffinity(0, sizeof set, &set) == 0) return CPU_COUNT(&set);
    return static_cast<int>(::sysconf(_SC_NPROCESSORS_ONLN));
}

std::optional<std::int64_t> numberIn(std::istream&& in) {
    std::int64_t number = 0;
    return in >> number ? std::optional(number) : std::nullopt;
}

// Time that the group gets, in cores; nothing where it has no limit.
std::optional<double> groupQuota(const fs::path& root) {
    std::ifstream both(root / "sys/fs/cgroup/cpu.max"); // "150000 100000", or "max 100000"
    double quota = 0, period = 0;
    if (both.is_open()) return both >> quota >> period && period > 0 ? std::optional(quota / period) : std::nullopt;
    for (const char* folder : {"sys/fs/cgroup/cpu", "sys/fs/cgroup/cpu,cpuacct"}) {
        const auto given = numberIn(std::ifstream(root / folder / "cpu.cfs_quota_us")); // -1: no limit
        const auto of = numberIn(std::ifstream(root / folder / "cpu.cfs_period_us"));
        if (given && of && *given > 0 && *of > 0) return static_cast<double>(*given) / static_cast<double>(*of);
    }
    return std::nullopt;
}

} // namespace

int usableCores(const fs::path& root) {
    const int cores = coresOfAffinity();
    const auto quota = groupQuota(root);
    return quota && *quota < cores ? std::max(1, static_cast<int>(*quota)) : cores;
}

std::uint64_t withinGroupLimit(std::uint64_t bytes, const fs::path& root) {
    for (const char* file : {"sys/fs/cgroup/memory.max", "sys/fs/cgroup/memory/memory.limit_in_bytes"}) {
        std::ifstream in(root / file);
        if (std::uint64_t limit = 0; in >> limit) return std::min(bytes, limit); // "max" is no number
    }
    return bytes;
}

bool hasNativeBf16(const fs::path& root) {
    return hasProcessorFlag("avx512_bf16", root) || hasProcessorFlag("amx_bf16", root);
}

bool hasProcessorFlag(const std::string& flag, const fs::path& root) {
    std::ifstream in(root / "proc/cpuinfo");
    for (std::string line; std::getline(in, line);) {
        if (!line.starts_with("flags")) continue;
        std::istringstream words(line);
        for (std::string word; words >> word;)
            if (word == flag) return true;
        return false;
    }
    return false;
}

} // namespace fettle
