#pragma once

#include "core/run/run_history.h"
#include "core/train/run_training.h"

#include <QTemporaryDir>

#include <functional>

namespace fettle::test {

// A run in a folder of its own that ends with the test.
class TempRun {
public:
    TempRun() : m_folder(path() / "run") {}

    [[nodiscard]] std::filesystem::path path() const { return m_directory.path().toStdString(); }
    [[nodiscard]] const RunFolder& folder() const { return m_folder; }
    // One row a line; returns the file's path.
    std::string writeRows(const std::string& name, const Json& rows) const;
    // `config` as the run's config.json, its device set to the CPU and one thread.
    void configure(Json config) const;

    // Runs to the end, or until `watch` asks to stop after an event; returns what events.jsonl then says.
    RunHistory train(const std::function<bool(const Json& event)>& watch = {}) const;

private:
    QTemporaryDir m_directory;
    RunFolder m_folder;
};

} // namespace fettle::test
