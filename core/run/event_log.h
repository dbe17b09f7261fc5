#pragma once

#include "core/base/json.h"

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

namespace fettle {

// Receives the events of a run: {"type": ..., further fields}; v, seq and time are added by the log.
using EventSink = std::function<void(const Json& event)>;

// events.jsonl of one run folder, appended, and its copy on stdout. `seq` goes on over restarts, `time` counts seconds
// since this start (monotonic).
class EventLog {
public:
    // Opening cuts a partial last line. `mirror` gets each complete line (without newline) as well.
    // Error{FileNotFound | FileAccess}.
    explicit EventLog(std::filesystem::path file, std::function<void(const std::string& line)> mirror = {});
    ~EventLog();
    EventLog(const EventLog&) = delete;
    EventLog& operator=(const EventLog&) = delete;

    // One write per line; a line that does not fit on the disk leaves nothing behind. Error{DiskFull | FileAccess}.
    void append(const Json& event);
    // On the disk before a checkpoint is renamed into place.
    void sync();

private:
    void write(const std::string& line);

    std::filesystem::path m_file;
    int m_descriptor = -1;
    std::int64_t m_sequence = 0;
    std::chrono::steady_clock::time_point m_start;
    std::function<void(const std::string&)> m_mirror;
};

} // namespace fettle
