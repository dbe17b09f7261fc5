#include "app/engine/stdin_commands.h"

#include "core/base/error.h"
#include "core/base/log.h"

#include <poll.h>
#include <string>
#include <unistd.h>

namespace fettle::engine {

namespace {

void obey(CommandQueue& commands, const std::string& line) {
    try {
        if (const auto command = parseCommand(line)) commands.push(*command);
    } catch (const Error& error) {
        logLine("ignored on stdin: " + error.message);
    }
}

void readLines(CommandQueue& commands, int wake) {
    std::string pending;
    char buffer[4096];
    for (;;) {
        pollfd waited[] = {{STDIN_FILENO, POLLIN, 0}, {wake, POLLIN, 0}};
        if (::poll(waited, 2, -1) < 0) continue;
        if (waited[1].revents != 0) return;
        const ssize_t count = ::read(STDIN_FILENO, buffer, sizeof buffer);
        if (count <= 0) {
            commands.push(StopCommand{});
            return;
        }
        pending.append(buffer, static_cast<std::size_t>(count));
        for (std::size_t end; (end = pending.find('\n')) != std::string::npos; pending.erase(0, end + 1))
            obey(commands, pending.substr(0, end));
    }
}

} // namespace

StdinCommands::StdinCommands(CommandQueue& commands) {
    [[maybe_unused]] const int made = ::pipe(m_wake);
    m_thread = std::thread([this, &commands] { readLines(commands, m_wake[0]); });
}

StdinCommands::~StdinCommands() {
    [[maybe_unused]] const ssize_t written = ::write(m_wake[1], "", 1);
    m_thread.join();
    ::close(m_wake[0]);
    ::close(m_wake[1]);
}

} // namespace fettle::engine
