#include "app/engine/progress_line.h"

#include "core/base/json.h"

#include <cstdio>
#include <unistd.h>

namespace fettle::engine {

namespace {

void write(const std::string& text) {
    [[maybe_unused]] const ssize_t ignored = ::write(STDERR_FILENO, text.data(), text.size());
}

std::string format(const char* pattern, double a, double b, double c, double d) {
    char text[160];
    std::snprintf(text, sizeof text, pattern, a, b, c, d);
    return text;
}

std::string duration(double seconds) {
    const auto whole = static_cast<long>(seconds + 0.5);
    char text[32];
    if (whole >= 3600)
        std::snprintf(text, sizeof text, "%ld:%02ld:%02ld", whole / 3600, whole / 60 % 60, whole % 60);
    else
        std::snprintf(text, sizeof text, "%ld:%02ld", whole / 60, whole % 60);
    return text;
}

double number(const Json& event, const char* key) {
    const auto found = event.find(key);
    return found != event.end() && found->is_number() ? found->get<double>() : 0;
}

} // namespace

void ProgressLine::show(const std::string& event) {
    const Json json = parseJson(event, "event");
    const std::string type = json.value("type", "");
    if (type == "plan")
        m_totalSteps = number(json, "steps");
    else if (type == "step")
        step(number(json, "step"), number(json, "loss"), number(json, "tokens_per_second"), number(json, "time"));
    else if (type == "evaluation")
        whole(format("  step %.0f   validation loss %.4f", number(json, "step"), number(json, "eval_loss"), 0, 0));
    else if (type == "sample")
        whole("  " + json.value("prompt", "") + "\n    " + json.value("text", ""));
    else if (type == "warning")
        whole("  note: " + json.value("message", "") + " " + json.value("hint", ""));
    else if (type == "checkpoint")
        whole("  saved " + json.value("path", ""));
    else if (type == "paused")
        m_pausedAt = number(json, "time");
    else if (type == "resumed")
        m_firstStepTime += number(json, "time") - m_pausedAt;
    else if (type == "ended")
        whole("  " + json.value("reason", ""));
}

void ProgressLine::step(double step, double loss, double tokensPerSecond, double time) {
    if (m_firstStepTime == 0) {
        m_firstStepTime = time;
        m_firstStep = step;
    }
    std::string line =
        format("  step %.0f/%.0f   loss %.4f   %.0f tokens/s", step, m_totalSteps, loss, tokensPerSecond);
    if (step > m_firstStep) {
        const double secondsPerStep = (time - m_firstStepTime) / (step - m_firstStep);
        line += "   " + duration(secondsPerStep * (m_totalSteps - step)) + " left";
    }
    const bool isTerminal = ::isatty(STDERR_FILENO) != 0;
    const auto every = static_cast<long>(m_totalSteps / 10) + 1;
    if (isTerminal)
        write("\r\033[K" + line);
    else if (static_cast<long>(step) % every == 0 || step == m_totalSteps) // a log file wants few lines
        write(line + "\n");
    m_isOpen = isTerminal;
}

void ProgressLine::whole(const std::string& text) {
    write((m_isOpen ? "\n" : "") + text + "\n");
    m_isOpen = false;
}

} // namespace fettle::engine
