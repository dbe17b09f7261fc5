#pragma once

#include <atomic>

namespace fettle {

// A request to end, set by a signal handler or another thread and looked at between units of work.
// Ending by request is not an error: who sees it returns early.
class CancelFlag {
public:
    void request() { m_requested.store(true, std::memory_order_relaxed); }
    [[nodiscard]] bool isRequested() const { return m_requested.load(std::memory_order_relaxed); }

private:
    std::atomic<bool> m_requested{false};
};

} // namespace fettle
