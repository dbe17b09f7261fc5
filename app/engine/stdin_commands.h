#pragma once

#include "core/train/command_queue.h"

#include <thread>

namespace fettle::engine {

// Feeds the lines of stdin to the queue; the end of stdin means that the owner died: stop and save.
class StdinCommands {
public:
    explicit StdinCommands(CommandQueue& commands);
    ~StdinCommands();
    StdinCommands(const StdinCommands&) = delete;
    StdinCommands& operator=(const StdinCommands&) = delete;

private:
    int m_wake[2]; // a byte in this pipe ends the thread, which otherwise waits for stdin
    std::thread m_thread;
};

} // namespace fettle::engine
