#pragma once

#include "core/base/json.h"

#include <ATen/ATen.h>

#include <cstdint>
#include <string>

namespace fettle {

// What differs per kind of device. The CPU's is built in; the CUDA plug-in registers its own.
struct DeviceBackend {
    virtual ~DeviceBackend() = default;
    [[nodiscard]] virtual int count() const = 0;                       // devices that can be used
    [[nodiscard]] virtual Json describe(int index) const = 0;          // name, memory, what each precision needs
    [[nodiscard]] virtual std::int64_t peakBytes(int index) const = 0; // since resetPeak, counted by the allocator
    [[nodiscard]] virtual std::int64_t currentBytes(int index) const = 0;
    virtual void resetPeak(int index) = 0;
    virtual void releaseCached(int index) = 0; // hands unused memory back to the system
    virtual void synchronize(int index) = 0;
    [[nodiscard]] virtual bool hasNative(at::ScalarType compute, int index) const = 0;
};

// "cpu", "cuda", "cuda:1", "auto" (the first GPU, else the CPU). Error{DeviceMissing}.
[[nodiscard]] at::Device resolveDevice(const std::string& name);
[[nodiscard]] DeviceBackend& backendOf(const at::Device& device);

// Called by a plug-in; `backend` lives as long as the process.
void registerBackend(at::DeviceType type, DeviceBackend* backend);

// Why resolveDevice finds no GPU, for people: "there is no NVIDIA driver (libcuda.so.1)".
[[nodiscard]] std::string whyNoGpu();

// Counts every CPU allocation of ATen from here on (peakBytes, currentBytes of the CPU). Once, at the start.
void installCountingAllocator();

// Bounds what the processor's libraries keep of products they have computed. Once, before the first of them.
void limitKernelCaches();

// Threads of ATen and OpenMP; 0: one per core.
void setThreads(int threads);

// Lets GPUs round the factors of float32 products to TF32 (10 bits of mantissa), which is faster. Off at the start.
void allowTf32(bool isAllowed);

// {"devices": [...]} as `fettle devices --json` prints it: processor, instruction sets, cores, memory, each GPU.
[[nodiscard]] Json describeDevices();

// "auto" for the given device. Error{DeviceMissing} for what the device lacks.
[[nodiscard]] at::ScalarType resolveCompute(const std::string& name, const at::Device& device);

} // namespace fettle
