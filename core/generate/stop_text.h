#pragma once

#include <string>
#include <vector>

namespace fettle {

// Passes text on until a stop string appears, holding back only what may still become one.
class StopText {
public:
    explicit StopText(std::vector<std::string> stops) : m_stops(std::move(stops)) {}

    // The part of all text so far that is certain and new. After a stop string nothing comes any more.
    [[nodiscard]] std::string push(const std::string& text);
    // What was held back when the stream ends otherwise.
    [[nodiscard]] std::string finish();
    [[nodiscard]] bool isStopped() const { return m_isStopped; }

private:
    std::vector<std::string> m_stops;
    std::string m_held;
    bool m_isStopped = false;
};

} // namespace fettle
