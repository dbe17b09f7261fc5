#include "core/generate/stop_text.h"

#include <algorithm>
#include <utility>

namespace fettle {

namespace {

// Length of the longest end of `text` that begins `stop`.
std::size_t overlap(const std::string& text, const std::string& stop) {
    for (std::size_t length = std::min(text.size(), stop.size()); length > 0; --length)
        if (text.compare(text.size() - length, length, stop, 0, length) == 0) return length;
    return 0;
}

} // namespace

std::string StopText::push(const std::string& text) {
    if (m_isStopped) return {};
    m_held += text;
    std::size_t first = std::string::npos;
    std::size_t kept = 0;
    for (const std::string& stop : m_stops) {
        if (stop.empty()) continue;
        first = std::min(first, m_held.find(stop));
        kept = std::max(kept, overlap(m_held, stop));
    }
    if (first != std::string::npos) {
        m_isStopped = true;
        return std::exchange(m_held, {}).substr(0, first);
    }
    std::string certain = m_held.substr(0, m_held.size() - kept);
    m_held.erase(0, certain.size());
    return certain;
}

std::string StopText::finish() {
    return m_isStopped ? std::string{} : std::exchange(m_held, {});
}

} // namespace fettle
