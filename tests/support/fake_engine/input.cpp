#include "tests/support/fake_engine/input.h"

#include <poll.h>
#include <unistd.h>

namespace fettle::fake {

std::optional<Json> Input::next(int milliseconds) {
    for (;;) {
        if (const std::size_t end = m_pending.find('\n'); end != std::string::npos) {
            const std::string line = m_pending.substr(0, end);
            m_pending.erase(0, end + 1);
            return parseJson(line, "a command");
        }
        pollfd waited = {STDIN_FILENO, POLLIN, 0};
        if (m_isAtEnd || ::poll(&waited, 1, milliseconds) <= 0) return std::nullopt;
        char buffer[4096];
        const ssize_t count = ::read(STDIN_FILENO, buffer, sizeof buffer);
        if (count <= 0)
            m_isAtEnd = true;
        else
            m_pending.append(buffer, static_cast<std::size_t>(count));
    }
}

} // namespace fettle::fake
