#include "ui/pages/export/space_check.h"

#include "core/base/files.h"
#include "core/library/base_model.h"
#include "core/source/modules.h"
#include "ui/models/free_folder.h"

#include <filesystem>

namespace fettle::ui {

namespace {

namespace fs = std::filesystem;

// What a folder made of it takes: the same again, or of a GGUF file its weights unpacked.
std::uint64_t sizeOf(const BaseModel& base) {
    if (fs::is_directory(base.path())) return bytesBelow(base.path());
    const Architecture architecture = base.architecture();
    const std::uint64_t bytesEach = architecture.dtype == "float32" ? 4 : 2;
    return bytesEach * static_cast<std::uint64_t>(parameterCount(architecture));
}

// The disk of a folder that does not exist yet is that of its nearest parent.
fs::path nearestExisting(fs::path folder) {
    while (!folder.empty() && !fs::exists(folder) && folder != folder.parent_path())
        folder = folder.parent_path();
    return folder.empty() ? fs::path("/") : folder;
}

SpaceFacts factsOf(const std::string& source, const fs::path& target) {
    return {.neededBytes = sizeOf(*BaseModel::open(source)),
            .freeBytes = fs::space(nearestExisting(target)).available,
            .target = QString::fromStdString(target.string()),
            .isTargetFree = !fs::exists(target) || (fs::is_directory(target) && fs::is_empty(target))};
}

} // namespace

SpaceCheck::SpaceCheck(QObject* parent) : QObject(parent) {}

void SpaceCheck::check(const QString& source, const QString& target, Target kind) {
    m_task.cancel();
    m_task = runInBackground(
        this,
        [from = source.toStdString(), to = target.toStdString(), kind] {
            return factsOf(from, kind == Target::Proposed ? freeFolder(to) : fs::path(to));
        },
        [this](const SpaceFacts& facts) { Q_EMIT checked(facts); },
        [this](const Error& error) { Q_EMIT failed(error); });
}

} // namespace fettle::ui
