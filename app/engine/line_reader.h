#pragma once

#include <optional>
#include <string>

namespace fettle::engine {

// Lines of stdin, with or without waiting for them.
class LineReader {
public:
    enum class Wait { ForLine, No };
    // Something to read from `wakeDescriptor` ends every wait; -1: nothing does.
    explicit LineReader(int wakeDescriptor) : m_wakeDescriptor(wakeDescriptor) {}
    // nullopt: none has come (Wait::No, or woken), or the end.
    [[nodiscard]] std::optional<std::string> next(Wait wait);
    [[nodiscard]] bool isAtEnd() const { return m_isAtEnd && m_pending.empty(); }

private:
    [[nodiscard]] bool fill(Wait wait); // false: nothing more for now
    int m_wakeDescriptor;
    std::string m_pending;
    bool m_isAtEnd = false;
};

} // namespace fettle::engine
