#pragma once

#include <string>

namespace fettle::engine {

// The events of a run as people want to see them on a terminal: one line that renews itself with step, loss, tokens/s
// and time left; evaluations, samples, warnings and the end on lines of their own. All on stderr.
class ProgressLine {
public:
    void show(const std::string& event);

private:
    void step(double step, double loss, double tokensPerSecond, double time);
    void whole(const std::string& text); // a line that stays

    double m_totalSteps = 0;
    double m_firstStepTime = 0, m_firstStep = 0, m_pausedAt = 0;
    bool m_isOpen = false;
};

} // namespace fettle::engine
