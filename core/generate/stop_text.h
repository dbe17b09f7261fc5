#pragma once

#include <string>
#include <vector>

namespace fettle {

// Passes text on until a stop string appears, holding back only what may still become one. A stop string is looked
// for in all text, that of special tokens among it, which is never passed on.
class StopText {
public:
    explicit StopText(std::vector<std::string> stops) : m_stops(std::move(stops)) {}

    // The part of all text so far that is certain and new. After a stop string nothing comes any more.
    [[nodiscard]] std::string push(const std::string& text);
    [[nodiscard]] std::string pushHidden(const std::string& text);
    // What was held back when the stream ends otherwise.
    [[nodiscard]] std::string finish();
    [[nodiscard]] bool isStopped() const { return m_isStopped; }

private:
    [[nodiscard]] std::string push(const std::string& text, bool isShown);
    [[nodiscard]] std::string take(std::size_t count);

    std::vector<std::string> m_stops;
    std::string m_held;
    std::vector<bool> m_isShown; // of each byte held
    bool m_isStopped = false;
};

} // namespace fettle
