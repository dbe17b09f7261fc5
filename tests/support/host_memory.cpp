#include "tests/support/host_memory.h"

#include <sys/mman.h>

#include <algorithm>
#include <map>
#include <mutex>

namespace fettle::test {

namespace {

constexpr std::size_t kRoom = std::size_t{1} << 31, kStep = 256;

// First fit over a range of addresses; what is known of the blocks lies outside of it.
class Arena {
public:
    Arena() {
        m_base = static_cast<char*>(
            mmap(nullptr, kRoom, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, /*fd=*/-1, /*offset=*/0));
        TORCH_CHECK(m_base != MAP_FAILED, "no room for the host device's memory");
        m_free[0] = kRoom;
    }

    void* take(std::size_t bytes) {
        const std::lock_guard guard(m_mutex);
        const std::size_t size = std::max(kStep, (bytes + kStep - 1) / kStep * kStep);
        const auto found =
            std::find_if(m_free.begin(), m_free.end(), [size](const auto& block) { return block.second >= size; });
        TORCH_CHECK(found != m_free.end(), "the host device's memory is full");
        const auto [offset, room] = *found;
        m_free.erase(found);
        if (room > size) m_free[offset + size] = room - size;
        m_taken[offset] = size;
        m_end = std::max(m_end, offset + size);
        m_used += static_cast<std::int64_t>(size);
        m_peak = std::max(m_peak, m_used);
        if (m_open > 0) protect(PROT_READ | PROT_WRITE); // it may be larger now than when it was opened
        return m_base + offset;
    }

    void give(void* pointer) {
        const std::lock_guard guard(m_mutex);
        const auto offset = static_cast<std::size_t>(static_cast<char*>(pointer) - m_base);
        const auto block = m_taken.extract(offset);
        m_used -= static_cast<std::int64_t>(block.mapped());
        auto at = m_free.emplace(offset, block.mapped()).first;
        if (const auto next = std::next(at); next != m_free.end() && at->first + at->second == next->first) {
            at->second += next->second;
            m_free.erase(next);
        }
        if (at == m_free.begin()) return;
        if (const auto before = std::prev(at); before->first + before->second == at->first) {
            before->second += at->second;
            m_free.erase(at);
        }
    }

    void open() {
        const std::lock_guard guard(m_mutex);
        if (m_open++ == 0) protect(PROT_READ | PROT_WRITE);
    }
    void close() {
        const std::lock_guard guard(m_mutex);
        if (--m_open == 0) protect(PROT_NONE);
    }

    std::int64_t used() const { return m_used; }
    std::int64_t peak() const { return m_peak; }
    void resetPeak() { m_peak = m_used; }

private:
    void protect(int access) const {
        if (m_end > 0) TORCH_CHECK(mprotect(m_base, (m_end + 4095) / 4096 * 4096, access) == 0, "mprotect failed");
    }

    std::mutex m_mutex;
    char* m_base = nullptr;
    std::map<std::size_t, std::size_t> m_free, m_taken; // sizes by offset
    std::size_t m_end = 0;                              // of all that was ever taken
    std::int64_t m_used = 0, m_peak = 0;
    int m_open = 0;
};

// Never destroyed: tensors may outlive it otherwise.
Arena& arena() {
    static auto* const one = new Arena;
    return *one;
}

struct Memory : c10::Allocator {
    c10::DataPtr allocate(std::size_t bytes) override {
        const c10::Device device(c10::DeviceType::PrivateUse1, 0);
        if (bytes == 0) return {nullptr, device};
        void* pointer = arena().take(bytes);
        return {pointer, pointer, &release, device};
    }
    c10::DeleterFnPtr raw_deleter() const override { return &release; }
    void copy_data(void* to, const void* from, std::size_t bytes) const override {
        const OpenHostMemory open;
        std::copy_n(static_cast<const char*>(from), bytes, static_cast<char*>(to));
    }
    static void release(void* pointer) { arena().give(pointer); }
};

} // namespace

c10::Allocator* hostMemory() {
    static auto* const one = new Memory;
    return one;
}

std::int64_t hostMemoryInUse() {
    return arena().used();
}

std::int64_t hostMemoryPeak() {
    return arena().peak();
}

void resetHostMemoryPeak() {
    arena().resetPeak();
}

OpenHostMemory::OpenHostMemory() {
    arena().open();
}

OpenHostMemory::~OpenHostMemory() {
    arena().close();
}

} // namespace fettle::test
