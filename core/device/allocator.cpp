#include "core/device/allocator.h"

#include "core/device/page_heap.h"

#include <ATen/ATen.h>
#include <c10/core/CPUAllocator.h>

#include <atomic>
#include <cstdlib>
#include <malloc.h>
#include <new>
#include <unistd.h>

namespace fettle {

namespace {

constexpr std::size_t kAlignment = 64;
// Smaller tensors come from malloc, whose freed blocks stay with the process: one that is mapped, faulted in page by
// page and unmapped at each use takes nine tenths of a training step of the pocket model.
constexpr std::size_t kLargeBytes = 1 << 18;
constexpr int kKeptBytes = 1 << 30;

#if defined(__SANITIZE_ADDRESS__)
constexpr bool kUsesPageHeap = false; // the sanitizer watches the edges of malloc's blocks
#else
constexpr bool kUsesPageHeap = true;
#endif

std::atomic<std::int64_t> current{0}, peak{0};

void count(std::int64_t bytes) {
    const std::int64_t now = current.fetch_add(bytes, std::memory_order_relaxed) + bytes;
    std::int64_t highest = peak.load(std::memory_order_relaxed);
    while (now > highest && !peak.compare_exchange_weak(highest, now, std::memory_order_relaxed)) {
    }
}

std::size_t physicalBytes() {
    return static_cast<std::size_t>(::sysconf(_SC_PHYS_PAGES)) * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

// As large as the machine's memory: what does not fit there is refused, as malloc would. Outlives all statics.
PageHeap& largeBlocks() {
    static auto* const heap = new PageHeap(kUsesPageHeap ? physicalBytes() : 0);
    return *heap;
}

void* obtain(std::size_t bytes) {
    if (bytes == 0) return nullptr;
    if (void* block = bytes >= kLargeBytes ? largeBlocks().take(bytes) : nullptr) {
        count(static_cast<std::int64_t>(largeBlocks().sizeOf(block)));
        return block;
    }
    void* memory = nullptr;
    if (posix_memalign(&memory, kAlignment, bytes) != 0) throw std::bad_alloc();
    count(static_cast<std::int64_t>(malloc_usable_size(memory)));
    return memory;
}

void release(void* memory) {
    if (memory == nullptr) return;
    if (largeBlocks().owns(memory)) {
        count(-static_cast<std::int64_t>(largeBlocks().give(memory)));
        return;
    }
    count(-static_cast<std::int64_t>(malloc_usable_size(memory)));
    std::free(memory);
}

class CountingAllocator : public c10::Allocator {
public:
    c10::DataPtr allocate(std::size_t bytes) override {
        void* memory = obtain(bytes);
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

void releaseUnusedBytes() {
    largeBlocks().trim();
    malloc_trim(0);
}

void resetPeakCountedBytes() {
    peak.store(current.load());
}

} // namespace fettle
