#pragma once

#include "core/base/json.h"

#include <filesystem>
#include <functional>

namespace fettle {

// Receives the events of a run: {"type": ..., further fields}; v, seq and time are added by the log.
using EventSink = std::function<void(const Json& event)>;

// events.jsonl of one run folder, appended, and its copy on stdout. `seq` goes on over restarts, `time` counts seconds
// since this start (monotonic).
class EventLog {
public:
    // Opening cuts a partial last line. `mirror` gets each complete line (without newline) as well.
    explicit EventLog(const std::filesystem::path& file, std::function<void(const std::string& line)> mirror = {});
    ~EventLog();
    EventLog(const EventLog&) = delete;
    EventLog& operator=(const EventLog&) = delete;

    // One write per line. Error{DiskFull | FileAccess}.
    void append(Json event);
    // On the disk before a checkpoint is renamed into place.
    void sync();

private:
    int m_descriptor = -1;
    std::filesystem::path m_file;
    std::int64_t m_sequence = 0;
    double m_start = 0;
    std::function<void(const std::string&)> m_mirror;
};

} // namespace fettle
