#include "core/train/command_queue.h"

#include <chrono>

namespace fettle {

// A signal handler may only set a flag, so a paused run looks at it this often.
constexpr std::chrono::milliseconds kFlagInterval{100};

void CommandQueue::push(EngineCommand command) {
    {
        const std::lock_guard lock(m_mutex);
        if (const auto* stop = std::get_if<StopCommand>(&command)) {
            m_stop = *stop;
            m_stopFlag.request();
        }
        m_commands.push_back(command);
    }
    m_arrived.notify_one();
}

std::optional<EngineCommand> CommandQueue::poll() {
    const std::lock_guard lock(m_mutex);
    if (m_commands.empty()) return m_stopFlag.isRequested() ? std::optional<EngineCommand>(m_stop) : std::nullopt;
    const EngineCommand command = m_commands.front();
    m_commands.pop_front();
    return command;
}

EngineCommand CommandQueue::wait() {
    for (;;) {
        if (const auto command = poll()) return *command;
        std::unique_lock lock(m_mutex);
        m_arrived.wait_for(lock, kFlagInterval, [this] { return !m_commands.empty(); });
    }
}

} // namespace fettle
