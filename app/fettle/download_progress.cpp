#include "app/fettle/download_progress.h"

#include "app/common/table.h"

#include <unistd.h>

namespace fettle::cli {

namespace {

constexpr std::chrono::milliseconds kBetween{200};

void writeToPeople(const std::string& text) {
    [[maybe_unused]] const ssize_t ignored = ::write(STDERR_FILENO, text.data(), text.size());
}

} // namespace

void DownloadProgress::show(std::int64_t done, std::int64_t total) {
    const auto now = std::chrono::steady_clock::now();
    const bool isDue = m_done < 0 || done == total || now - m_shown >= kBetween;
    if (done == m_done || !isDue) return;
    m_done = done;
    m_shown = now;
    if (m_session.json)
        return m_session.output.line(
            Json{{"type", "progress"}, {"phase", "downloading"}, {"done", done}, {"total", total}});
    if (::isatty(STDERR_FILENO) == 0) return;
    writeToPeople("\r\033[K  " + sizeText(static_cast<std::uint64_t>(done)) + " of " +
                  sizeText(static_cast<std::uint64_t>(total)));
    m_isOpen = true;
}

void DownloadProgress::end() const {
    if (m_isOpen) writeToPeople("\n");
}

} // namespace fettle::cli
