#include "core/run/run_folder.h"

#include "core/base/error.h"
#include "core/base/files.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

namespace fettle {

namespace fs = std::filesystem;

namespace {

// The N of "step-N", in the one spelling that checkpointFolder() writes.
std::optional<std::int64_t> stepOf(const std::string& name) {
    constexpr std::string_view kPrefix = "step-";
    if (!name.starts_with(kPrefix)) return std::nullopt;
    std::int64_t step = 0;
    const auto [end, failure] = std::from_chars(name.data() + kPrefix.size(), name.data() + name.size(), step);
    const bool isWhole = failure == std::errc() && end == name.data() + name.size();
    if (!isWhole || step < 0 || name != std::string(kPrefix) + std::to_string(step)) return std::nullopt;
    return step;
}

bool isWrittenByEngine(const std::string& name) {
    return stepOf(name) || name == "adapter" || name == "model" || name == "best.json";
}

} // namespace

RunFolder::RunFolder(fs::path path) : m_path(std::move(path)) {}

fs::path RunFolder::checkpointFolder(std::int64_t step) const {
    return m_path / "checkpoints" / ("step-" + std::to_string(step));
}

std::vector<std::int64_t> RunFolder::checkpoints() const {
    std::vector<std::int64_t> steps;
    std::error_code none; // a run without checkpoints has no such folder
    for (const auto& entry : fs::directory_iterator(m_path / "checkpoints", none))
        if (const auto step = stepOf(entry.path().filename().string()); step && fs::exists(entry.path() / "state.json"))
            steps.push_back(*step);
    std::ranges::sort(steps);
    return steps;
}

void RunFolder::keepOldConfig(const Json& config) const {
    const auto file = [this](int number) { return m_path / ("config." + std::to_string(number) + ".json"); };
    int number = 1;
    while (fs::exists(file(number)))
        ++number;
    if (number > 1 && readJson(file(number - 1)) == config) return;
    writeJson(file(number), config);
}

void RunFolder::removeUnfinished() const {
    std::error_code ignored; // what cannot be deleted is in nobody's way
    for (const fs::path& folder : {m_path, m_path / "checkpoints"})
        for (const auto& entry : fs::directory_iterator(folder, ignored)) {
            const std::string target = targetOfUnfinished(entry.path().filename().string());
            if (isWrittenByEngine(target)) fs::remove_all(entry.path(), ignored);
        }
}

void RunFolder::refuseRepetition() const {
    if (!checkpoints().empty()) return;
    for (const fs::path& result : {adapterFolder(), modelFolder()})
        if (fs::exists(result))
            throw Error{ErrorKind::AlreadyExists,
                        "This run is finished: its result is " + result.string() + ", and it kept no checkpoint.",
                        "Use that result, or copy config.json to a new folder to train again.",
                        {{"file", result.string()}}};
}

std::unique_ptr<FileLock> RunFolder::lock() const {
    if (auto lock = FileLock::tryOn(m_path / ".lock")) return lock;
    throw Error{ErrorKind::Busy,
                "Another engine is using " + m_path.string() + ".",
                "Wait for it to end, or stop it first.",
                {{"file", m_path.string()}}};
}

} // namespace fettle
