#pragma once

#include <cstdint>

namespace fettle {

// Bytes that ATen holds on the CPU, counted by the allocator of installCountingAllocator (device.h).
[[nodiscard]] std::int64_t countedBytes();
[[nodiscard]] std::int64_t peakCountedBytes();
void resetPeakCountedBytes();
// Memory that no tensor uses goes back to the system.
void releaseUnusedBytes();
// Bytes that a tensor borrows from a mapped file, or (negative) gives back.
void countMappedBytes(std::int64_t bytes);

} // namespace fettle
