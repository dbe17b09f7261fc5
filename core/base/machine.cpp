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

int usableCores() {
    cpu_set_t set;
    CPU_ZERO(&set);
    if (::sched_getaffinity(0, sizeof set, &set) == 0) return CPU_COUNT(&set);
    return static_cast<int>(::sysconf(_SC_NPROCESSORS_ONLN));
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
