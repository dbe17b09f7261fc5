#pragma once

#include <cstddef>
#include <map>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace fettle {

// Large blocks out of one reserved range of addresses, the smallest hole that fits first. Freed memory stays with the
// process for the next taker, but what is held never exceeds by more than a thirty-second the most that was in use at
// once: holes that nobody filled go back to the system first. Huge pages where the system has them.
// Thread-safe; never moves a block.
class PageHeap {
public:
    // Reserves addresses, no memory. Where even that is refused, every take() returns null.
    explicit PageHeap(std::size_t bytes);
    PageHeap(const PageHeap&) = delete;
    PageHeap& operator=(const PageHeap&) = delete;
    ~PageHeap();

    // Aligned to kGranule; null where no hole is large enough.
    [[nodiscard]] void* take(std::size_t bytes);
    std::size_t give(void* block); // returns its size
    [[nodiscard]] bool owns(const void* block) const;
    [[nodiscard]] std::size_t sizeOf(const void* block) const; // whole granules; the block is in use
    void trim();                                               // gives all holes back to the system

    [[nodiscard]] std::size_t heldBytes() const; // in use, and holes that still have memory

    static constexpr std::size_t kGranule = 1 << 14;

private:
    using Ranges = std::map<std::size_t, std::size_t>; // first granule -> count

    [[nodiscard]] Ranges::iterator smallestHole(std::size_t count);
    void addHole(std::size_t first, std::size_t count);
    void evictDownTo(std::size_t limit);
    void evict(std::size_t first, std::size_t count, std::size_t limit);
    [[nodiscard]] std::size_t setResident(std::size_t first, std::size_t count, bool isResident); // how many changed

    std::byte* m_base = nullptr;
    std::size_t m_granules = 0, m_used = 0, m_mostUsed = 0, m_residentHoles = 0;
    Ranges m_holes;
    std::unordered_map<std::size_t, std::size_t> m_blocks;
    std::vector<bool> m_resident; // by granule, as far as somebody took it since it was last given back
    mutable std::mutex m_mutex;
};

} // namespace fettle
