#pragma once

#include <atomic>

namespace fettle {

// Leaves work that is too deep to return from early; caught where the work was started.
struct Cancelled {};

// A request to end, set by a signal handler or another thread and looked at between units of work.
// Ending by request is not an error: who sees it returns early.
class CancelFlag {
public:
    void request() { m_requested.store(true, std::memory_order_relaxed); }
    [[nodiscard]] bool isRequested() const { return m_requested.load(std::memory_order_relaxed); }
    void throwIfRequested() const; // Cancelled

private:
    std::atomic<bool> m_requested{false};
};

inline void CancelFlag::throwIfRequested() const {
    if (isRequested()) throw Cancelled{};
}

// Of a flag that need not be there.
inline void throwIfRequested(const CancelFlag* flag) {
    if (flag != nullptr) flag->throwIfRequested();
}

} // namespace fettle
