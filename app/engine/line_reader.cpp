#include "app/engine/line_reader.h"

#include <cerrno>
#include <poll.h>
#include <unistd.h>
#include <utility>

namespace fettle::engine {

std::optional<std::string> LineReader::next(Wait wait) {
    for (;;) {
        if (const auto end = m_pending.find('\n'); end != std::string::npos) {
            std::string line = m_pending.substr(0, end);
            m_pending.erase(0, end + 1);
            return line;
        }
        if (!fill(wait)) {
            if (m_isAtEnd && !m_pending.empty()) return std::exchange(m_pending, {});
            return std::nullopt;
        }
    }
}

bool LineReader::fill(Wait wait) {
    if (m_isAtEnd) return false;
    pollfd waited[] = {{STDIN_FILENO, POLLIN, 0}, {m_wakeDescriptor, POLLIN, 0}};
    const int ready = ::poll(waited, 2, wait == Wait::ForLine ? -1 : 0);
    if (ready <= 0) return ready < 0 && errno == EINTR && wait == Wait::ForLine;
    if (waited[1].revents != 0) return false;
    char buffer[4096];
    const ssize_t count = ::read(STDIN_FILENO, buffer, sizeof buffer);
    m_isAtEnd = count <= 0;
    if (count > 0) m_pending.append(buffer, static_cast<std::size_t>(count));
    return count > 0;
}

} // namespace fettle::engine
