#pragma once

#include "core/config/run_config.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fettle {

// Paths and ownership of a run folder; the folder is the database (design.md section 6).
class RunFolder {
public:
    explicit RunFolder(std::filesystem::path path);

    [[nodiscard]] const std::filesystem::path& path() const { return m_path; }
    [[nodiscard]] std::filesystem::path configFile() const { return m_path / "config.json"; }
    [[nodiscard]] std::filesystem::path eventsFile() const { return m_path / "events.jsonl"; }
    [[nodiscard]] std::filesystem::path adapterFolder() const { return m_path / "adapter"; }
    [[nodiscard]] std::filesystem::path modelFolder() const { return m_path / "model"; }
    [[nodiscard]] std::filesystem::path checkpointFolder(std::int64_t step) const;
    [[nodiscard]] std::filesystem::path bestFile() const { return m_path / "best.json"; }

    // Steps of complete checkpoints, ascending.
    [[nodiscard]] std::vector<std::int64_t> checkpoints() const;

    // An exclusive lock held while the returned object lives. Error{Busy} while another engine works here.
    class Lock;
    [[nodiscard]] std::unique_ptr<Lock> lock() const;

private:
    std::filesystem::path m_path;
};

class RunFolder::Lock {
public:
    explicit Lock(int descriptor) : m_descriptor(descriptor) {}
    ~Lock();
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;

private:
    int m_descriptor;
};

// The events of a run as they count: starts joined, whatever lies above the next `resumed_from` discarded, broken lines
// skipped and counted. The window and the engine read finished and live runs through this.
struct RunHistory {
    std::vector<Json> steps, evaluations, samples, warnings, checkpoints;
    Json started, ended; // the last ones; null where absent
    std::int64_t brokenLines = 0;
};
class HistoryReader {
public:
    void line(const std::string& text); // one complete line of events.jsonl
    [[nodiscard]] const RunHistory& history() const { return m_history; }

private:
    RunHistory m_history;
};
[[nodiscard]] RunHistory readHistory(const std::filesystem::path& eventsFile);

} // namespace fettle
