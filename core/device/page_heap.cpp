#include "core/device/page_heap.h"

#include <algorithm>
#include <sys/mman.h>

namespace fettle {

namespace {

constexpr std::size_t kHugePage = 1 << 21;
constexpr std::size_t kGranulesOfHugePage = kHugePage / PageHeap::kGranule;
constexpr std::size_t kSlackShare = 32;

std::size_t granules(std::size_t bytes) {
    return (bytes + PageHeap::kGranule - 1) / PageHeap::kGranule;
}

} // namespace

PageHeap::PageHeap(std::size_t bytes) {
    const std::size_t size = (bytes + kHugePage - 1) / kHugePage * kHugePage;
    void* range =
        ::mmap(nullptr, size + kHugePage, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (range == MAP_FAILED) return;
    auto* const start = static_cast<std::byte*>(range);
    const std::size_t skipped = (kHugePage - reinterpret_cast<std::size_t>(range) % kHugePage) % kHugePage;
    if (skipped > 0) ::munmap(start, skipped);
    if (skipped < kHugePage) ::munmap(start + skipped + size, kHugePage - skipped);
    m_base = start + skipped;
    m_granules = granules(size);
    m_holes.emplace(0, m_granules);
    m_resident.resize(m_granules);
    ::madvise(m_base, size, MADV_HUGEPAGE);
}

PageHeap::~PageHeap() {
    if (m_base != nullptr) ::munmap(m_base, m_granules * kGranule);
}

void* PageHeap::take(std::size_t bytes) {
    const std::lock_guard lock(m_mutex);
    const std::size_t count = granules(bytes);
    const auto hole = smallestHole(count);
    if (hole == m_holes.end()) return nullptr;
    const auto [first, size] = *hole;
    m_holes.erase(hole);
    if (size > count) m_holes.emplace(first + count, size - count);
    m_residentHoles -= count - setResident(first, count, true);
    m_blocks.emplace(first, count);
    m_used += count;
    m_mostUsed = std::max(m_mostUsed, m_used);
    evictDownTo(m_mostUsed + m_mostUsed / kSlackShare - m_used);
    return m_base + first * kGranule;
}

std::size_t PageHeap::give(void* block) {
    const std::lock_guard lock(m_mutex);
    const auto first = static_cast<std::size_t>(static_cast<std::byte*>(block) - m_base) / kGranule;
    const auto found = m_blocks.find(first);
    const std::size_t count = found->second;
    m_blocks.erase(found);
    m_used -= count;
    m_residentHoles += count;
    addHole(first, count);
    return count * kGranule;
}

bool PageHeap::owns(const void* block) const {
    const auto* at = static_cast<const std::byte*>(block);
    return m_base != nullptr && at >= m_base && at < m_base + m_granules * kGranule;
}

std::size_t PageHeap::sizeOf(const void* block) const {
    const std::lock_guard lock(m_mutex);
    return m_blocks.at(static_cast<std::size_t>(static_cast<const std::byte*>(block) - m_base) / kGranule) * kGranule;
}

void PageHeap::trim() {
    const std::lock_guard lock(m_mutex);
    evictDownTo(0);
}

std::size_t PageHeap::heldBytes() const {
    const std::lock_guard lock(m_mutex);
    return (m_used + m_residentHoles) * kGranule;
}

PageHeap::Ranges::iterator PageHeap::smallestHole(std::size_t count) {
    auto best = m_holes.end();
    for (auto hole = m_holes.begin(); hole != m_holes.end(); ++hole)
        if (hole->second >= count && (best == m_holes.end() || hole->second < best->second)) best = hole;
    return best;
}

void PageHeap::addHole(std::size_t first, std::size_t count) {
    auto next = m_holes.lower_bound(first);
    if (next != m_holes.end() && next->first == first + count) {
        count += next->second;
        next = m_holes.erase(next);
    }
    if (next != m_holes.begin())
        if (const auto before = std::prev(next); before->first + before->second == first) {
            before->second += count;
            return;
        }
    m_holes.emplace_hint(next, first, count);
}

// From the highest address down: the lowest holes that fit are taken again first.
void PageHeap::evictDownTo(std::size_t limit) {
    for (auto hole = m_holes.rbegin(); hole != m_holes.rend() && m_residentHoles > limit; ++hole)
        evict(hole->first, hole->second, limit);
}

// Whole huge pages: the system joins what is left of a broken one again, and the memory would be back unseen.
void PageHeap::evict(std::size_t first, std::size_t count, std::size_t limit) {
    const std::size_t begin = (first + kGranulesOfHugePage - 1) / kGranulesOfHugePage * kGranulesOfHugePage;
    for (std::size_t at = (first + count) / kGranulesOfHugePage * kGranulesOfHugePage;
         at > begin && m_residentHoles > limit;) {
        at -= kGranulesOfHugePage;
        const std::size_t changed = setResident(at, kGranulesOfHugePage, false);
        if (changed == 0) continue;
        m_residentHoles -= changed;
        ::madvise(m_base + at * kGranule, kHugePage, MADV_DONTNEED);
    }
}

std::size_t PageHeap::setResident(std::size_t first, std::size_t count, bool isResident) {
    const auto begin = m_resident.begin() + static_cast<std::ptrdiff_t>(first);
    const auto end = begin + static_cast<std::ptrdiff_t>(count);
    const auto changed = static_cast<std::size_t>(std::count(begin, end, !isResident));
    std::fill(begin, end, isResident);
    return changed;
}

} // namespace fettle
