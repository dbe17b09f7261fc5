#pragma once

#include "app/common/cli.h"

#include <chrono>
#include <cstdint>

namespace fettle::cli {

// Bytes as they come: for programs a `progress` line, for people one line of stderr that renews itself, a few times a
// second and at the end. Quiet where stderr is no terminal.
class DownloadProgress {
public:
    explicit DownloadProgress(const Session& session) : m_session(session) {}

    void show(std::int64_t done, std::int64_t total);
    void end() const; // of the line for people

private:
    const Session& m_session;
    std::chrono::steady_clock::time_point m_shown; // the last time
    std::int64_t m_done = -1;
    bool m_isOpen = false;
};

} // namespace fettle::cli
