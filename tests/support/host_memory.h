#pragma once

#include <c10/core/Allocator.h>

namespace fettle::test {

// The memory of the host device: one range of addresses that is closed unless somebody holds an OpenHostMemory.
[[nodiscard]] c10::Allocator* hostMemory();
[[nodiscard]] std::int64_t hostMemoryInUse();
[[nodiscard]] std::int64_t hostMemoryPeak();
void resetHostMemoryPeak();

class OpenHostMemory {
public:
    OpenHostMemory();
    ~OpenHostMemory();
    OpenHostMemory(const OpenHostMemory&) = delete;
    OpenHostMemory& operator=(const OpenHostMemory&) = delete;
};

} // namespace fettle::test
