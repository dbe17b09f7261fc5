#pragma once

#include "core/base/json.h"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace fettle {

// The events of a run as they count: starts joined, whatever lies above the next `resumed_from` discarded, broken lines
// skipped and counted. The window and the engine read finished and live runs through this.
struct RunHistory {
    std::vector<Json> steps, evaluations, samples, warnings, checkpoints;
    Json started;                 // the last start; null where there is none
    Json ended;                   // its `ended` or `failed`; null while the run goes on, or after it was killed
    std::int64_t brokenLines = 0; // lines that are no events
};

// Collects a history line by line, from a file or from a live stream.
class HistoryReader {
public:
    void line(const std::string& text); // one complete line of events.jsonl
    [[nodiscard]] const RunHistory& history() const { return m_history; }

private:
    void add(const Json& event);

    RunHistory m_history;
};

// A partial last line is left out. Error{FileNotFound | FileAccess}.
[[nodiscard]] RunHistory readHistory(const std::filesystem::path& eventsFile);

} // namespace fettle
