#include "ui/pages/export/space_check.h"

#include "core/source/base_models.h"

#include <filesystem>

namespace fettle::ui {

namespace {

namespace fs = std::filesystem;

std::uint64_t sizeOf(const fs::path& folder) {
    std::uint64_t bytes = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) bytes += entry.file_size();
    return bytes;
}

// The disk of a folder that does not exist yet is that of its nearest parent.
fs::path nearestExisting(fs::path folder) {
    while (!folder.empty() && !fs::exists(folder) && folder != folder.parent_path())
        folder = folder.parent_path();
    return folder.empty() ? fs::path("/") : folder;
}

bool isFree(const fs::path& target) {
    return !fs::exists(target) || (fs::is_directory(target) && fs::is_empty(target));
}

std::string nextFree(const std::string& target) {
    std::string free = target;
    for (int number = 2; !isFree(free); ++number)
        free = target + "-" + std::to_string(number);
    return free;
}

SpaceFacts factsOf(const std::string& source, const std::string& target) {
    return {.neededBytes = sizeOf(resolveModel(source)),
            .freeBytes = fs::space(nearestExisting(target)).available,
            .target = QString::fromStdString(target),
            .isTargetFree = isFree(target)};
}

} // namespace

SpaceCheck::SpaceCheck(QObject* parent) : QObject(parent) {}

void SpaceCheck::check(const QString& source, const QString& target, Target kind) {
    m_task.cancel();
    m_task = runInBackground(
        this,
        [from = source.toStdString(), to = target.toStdString(), kind] {
            return factsOf(from, kind == Target::Proposed ? nextFree(to) : to);
        },
        [this](const SpaceFacts& facts) { Q_EMIT checked(facts); },
        [this](const Error& error) { Q_EMIT failed(error); });
}

} // namespace fettle::ui
