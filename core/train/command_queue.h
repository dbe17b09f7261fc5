#pragma once

#include "core/base/cancel.h"
#include "core/run/commands.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace fettle {

// Commands on their way from another thread to the training loop. A raised flag (SIGINT, SIGTERM) reads as stop and
// save.
class CommandQueue {
public:
    explicit CommandQueue(const CancelFlag& interrupted) : m_interrupted(interrupted) {}

    void push(EngineCommand command);
    // The next command; nullopt where there is none. A raised flag comes before everything else.
    [[nodiscard]] std::optional<EngineCommand> poll();
    // Blocks until there is one.
    [[nodiscard]] EngineCommand wait();

private:
    const CancelFlag& m_interrupted;
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::deque<EngineCommand> m_commands;
};

} // namespace fettle
