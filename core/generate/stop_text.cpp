#include "core/generate/stop_text.h"

#include <algorithm>

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
    return push(text, true);
}

std::string StopText::pushHidden(const std::string& text) {
    return push(text, false);
}

std::string StopText::push(const std::string& text, bool isShown) {
    if (m_isStopped) return {};
    m_held += text;
    m_isShown.resize(m_held.size(), isShown);
    std::size_t first = std::string::npos;
    std::size_t kept = 0;
    for (const std::string& stop : m_stops) {
        if (stop.empty()) continue;
        first = std::min(first, m_held.find(stop));
        kept = std::max(kept, overlap(m_held, stop));
    }
    m_isStopped = first != std::string::npos;
    return take(m_isStopped ? first : m_held.size() - kept);
}

std::string StopText::finish() {
    return m_isStopped ? std::string{} : take(m_held.size());
}

// The first `count` bytes leave; those that are shown are handed on.
std::string StopText::take(std::size_t count) {
    std::string shown;
    for (std::size_t i = 0; i < count; ++i)
        if (m_isShown[i]) shown += m_held[i];
    m_held.erase(0, count);
    m_isShown.erase(m_isShown.begin(), m_isShown.begin() + static_cast<std::ptrdiff_t>(count));
    return shown;
}

} // namespace fettle
