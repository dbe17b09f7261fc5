#pragma once

#include <ATen/ATen.h>

#include <cstdint>

// A device that is none: LibTorch's PrivateUse1 with its tensors in this process's memory, where every operation runs
// on the CPU. While no operation runs its memory cannot be read or written, so that whoever treats its tensors as the
// CPU's, or mixes them with tensors of the CPU, fails as on a GPU.
namespace fettle::test {

// Registers the device with LibTorch and as a backend of ours. Once in a program, before anything else of ATen.
void installHostDevice();

[[nodiscard]] inline at::Device hostDevice() {
    return {at::kPrivateUse1, 0};
}

// What makes a host wait, or moves data, since the last reset.
struct HostDeviceCounts {
    std::int64_t in = 0, out = 0; // copies from and to the CPU's tensors
    std::int64_t scalars = 0;     // single elements read: item()
};
[[nodiscard]] HostDeviceCounts& hostDeviceCounts();

} // namespace fettle::test
