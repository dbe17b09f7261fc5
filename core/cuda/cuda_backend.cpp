#include "core/cuda/cuda_backend.h"

#include <ATen/Context.h>
#include <ATen/cuda/CUDAContext.h>
#include <c10/cuda/CUDACachingAllocator.h>
#include <c10/cuda/CUDAGuard.h>

namespace fettle::cuda {

namespace {

namespace allocator = c10::cuda::CUDACachingAllocator;

// The allocator and the device properties know a GPU only once CUDA was initialised.
c10::DeviceIndex ready(int index) {
    at::globalContext().lazyInitDevice(at::kCUDA);
    return static_cast<c10::DeviceIndex>(index);
}

c10::CachingAllocator::Stat allocated(int index) {
    constexpr auto kAll = static_cast<std::size_t>(c10::CachingAllocator::StatType::AGGREGATE);
    return allocator::getDeviceStats(ready(index)).allocated_bytes[kAll];
}

// First generation with bf16 units in its tensor cores: 8.0.
bool hasBf16(const cudaDeviceProp& properties) {
    return properties.major >= 8;
}

Json precisions(const cudaDeviceProp& properties) {
    return {{"float32", "native"},
            {"bfloat16", hasBf16(properties) ? "native" : "emulated, slow: needs compute capability 8.0"},
            {"float16", "native, inference only"}};
}

} // namespace

int CudaBackend::count() const {
    return c10::cuda::device_count();
}

Json CudaBackend::describe(int index) const {
    const std::string device = "cuda:" + std::to_string(index);
    try {
        const cudaDeviceProp& properties = *at::cuda::getDeviceProperties(ready(index));
        const auto [available, total] = allocator::get()->getMemoryInfo(ready(index));
        return {{"device", device},
                {"name", properties.name},
                {"compute_capability", std::to_string(properties.major) + "." + std::to_string(properties.minor)},
                {"multiprocessors", properties.multiProcessorCount},
                {"memory_bytes", total},
                {"available_bytes", available},
                {"precisions", precisions(properties)}};
    } catch (const c10::Error& error) { // one broken or occupied card must not hide the others
        return {{"device", device}, {"name", "cannot be used"}, {"problem", error.what_without_backtrace()}};
    }
}

std::int64_t CudaBackend::peakBytes(int index) const {
    return allocated(index).peak;
}

std::int64_t CudaBackend::currentBytes(int index) const {
    return allocated(index).current;
}

void CudaBackend::resetPeak(int index) {
    allocator::resetPeakStats(ready(index));
}

void CudaBackend::releaseCached(int index) {
    const c10::cuda::CUDAGuard guard(ready(index));
    allocator::emptyCache();
}

void CudaBackend::synchronize(int index) {
    const c10::cuda::CUDAGuard guard(ready(index));
    c10::cuda::device_synchronize();
}

bool CudaBackend::hasNative(at::ScalarType compute, int index) const {
    return compute != at::kBFloat16 || hasBf16(*at::cuda::getDeviceProperties(ready(index)));
}

} // namespace fettle::cuda
