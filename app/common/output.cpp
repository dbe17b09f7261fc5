#include "app/common/output.h"

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace fettle::cli {

Output::Output() : m_descriptor(STDOUT_FILENO) {}

Output Output::apart() {
    const Output output(::fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1));
    ::dup2(STDERR_FILENO, STDOUT_FILENO);
    return output;
}

void Output::line(std::string_view text) const {
    this->text(std::string(text) + "\n");
}

void Output::text(std::string_view text) const {
    while (!text.empty()) {
        const ssize_t written = ::write(m_descriptor, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) {
            m_isCutShort |= errno == ENOSPC || errno == EDQUOT || errno == EIO;
            return;
        }
        text.remove_prefix(static_cast<std::size_t>(written));
    }
}

} // namespace fettle::cli
