#include "core/device/allocator.h"

#include <ATen/ATen.h>
#include <c10/core/CPUAllocator.h>

#include <atomic>
#include <cstdlib>
#include <malloc.h>
#include <new>

namespace fettle {

namespace {

constexpr std::size_t kAlignment = 64;
// Freed blocks stay with the process up to this size: a large tensor that is mapped, faulted in page by page and
// unmapped at each use takes nine tenths of a training step of the pocket model.
constexpr int kKeptBytes = 1 << 30;

std::atomic<std::int64_t> current{0}, peak{0};

void count(std::int64_t bytes) {
    const std::int64_t now = current.fetch_add(bytes, std::memory_order_relaxed) + bytes;
    std::int64_t highest = peak.load(std::memory_order_relaxed);
    while (now > highest && !peak.compare_exchange_weak(highest, now, std::memory_order_relaxed)) {
    }
}

void release(void* memory) {
    if (memory == nullptr) return;
    count(-static_cast<std::int64_t>(malloc_usable_size(memory)));
    std::free(memory);
}

class CountingAllocator : public c10::Allocator {
public:
    c10::DataPtr allocate(std::size_t bytes) override {
        void* memory = nullptr;
        if (bytes > 0) {
            if (posix_memalign(&memory, kAlignment, bytes) != 0) throw std::bad_alloc();
            count(static_cast<std::int64_t>(malloc_usable_size(memory)));
        }
        return {memory, memory, &release, at::Device(at::kCPU)};
    }
    c10::DeleterFnPtr raw_deleter() const override { return &release; }
    void copy_data(void* target, const void* source, std::size_t bytes) const override {
        default_copy_data(target, source, bytes);
    }
};

} // namespace

void installCountingAllocator() {
    mallopt(M_MMAP_MAX, 0);
    mallopt(M_TRIM_THRESHOLD, kKeptBytes);
    static CountingAllocator allocator;
    c10::SetCPUAllocator(&allocator, /*priority=*/1);
}

std::int64_t countedBytes() {
    return current.load(std::memory_order_relaxed);
}

std::int64_t peakCountedBytes() {
    return peak.load(std::memory_order_relaxed);
}

void countMappedBytes(std::int64_t bytes) {
    count(bytes);
}

void resetPeakCountedBytes() {
    peak.store(current.load());
}

} // namespace fettle
