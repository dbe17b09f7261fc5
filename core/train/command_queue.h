#pragma once

#include "core/base/cancel.h"
#include "core/run/commands.h"

#include <condition_variable>
#include <deque>
#include <mutex>
#include <optional>

namespace fettle {

// Commands on their way from another thread to the training loop. They are obeyed in their order, but a stop raises
// `stopFlag` at once, so that whatever is going on ends early; a flag raised from outside (by a signal) reads as stop
// and save.
class CommandQueue {
public:
    explicit CommandQueue(CancelFlag& stopFlag) : m_stopFlag(stopFlag) {}

    void push(EngineCommand command);
    // The next command; nullopt where there is none. Once a stop was asked for, every later call gives it again.
    [[nodiscard]] std::optional<EngineCommand> poll();
    // Blocks until there is one.
    [[nodiscard]] EngineCommand wait();
    [[nodiscard]] const CancelFlag& stopFlag() const { return m_stopFlag; }

private:
    CancelFlag& m_stopFlag;
    std::mutex m_mutex;
    std::condition_variable m_arrived;
    std::deque<EngineCommand> m_commands;
    StopCommand m_stop;
};

} // namespace fettle
