#pragma once

#include "core/base/file_lock.h"
#include "core/run/run_history.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

namespace fettle {

// Paths and ownership of a run folder; the folder is the database.
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
    [[nodiscard]] std::filesystem::path verdictFile() const { return m_path / "verdict.json"; } // of fettle evaluate

    [[nodiscard]] std::filesystem::path logFile() const { return m_path / "engine.log"; }

    // Keeps a configuration that config.json no longer holds as config.1.json, config.2.json ..., unless it is the one
    // kept last. Only under lock().
    void keepOldConfig(const Json& config) const;

    // Steps of complete checkpoints (folders step-N with a state.json), ascending.
    [[nodiscard]] std::vector<std::int64_t> checkpoints() const;

    // Deletes what a killed engine left half written. Only under lock().
    void removeUnfinished() const;

    // Error{AlreadyExists} where a result lies here and no checkpoint that a run could go on from: training would
    // begin anew and replace it.
    void refuseRepetition() const;

    // On the file .lock. Error{Busy} while another engine works here, Error{FileNotFound | FileAccess}.
    [[nodiscard]] std::unique_ptr<FileLock> lock() const;

private:
    std::filesystem::path m_path;
};

} // namespace fettle
