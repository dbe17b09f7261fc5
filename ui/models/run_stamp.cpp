#include "ui/models/run_stamp.h"

#include <sys/stat.h>

namespace fettle::ui {

namespace {

struct FileFacts {
    quint64 nanoseconds = 0, bytes = 0; // of the last change; 0: absent

    [[nodiscard]] quint64 mixed() const { return nanoseconds ^ bytes; }
};

FileFacts timeAndSize(const std::filesystem::path& file) {
    struct stat facts {};
    if (::stat(file.c_str(), &facts) != 0) return {};
    return {static_cast<quint64>(facts.st_mtim.tv_sec) * 1'000'000'000U + static_cast<quint64>(facts.st_mtim.tv_nsec),
            static_cast<quint64>(facts.st_size)};
}

} // namespace

RunStamp::RunStamp(const RunFolder& run) {
    const FileFacts config = timeAndSize(run.configFile()), events = timeAndSize(run.eventsFile());
    isRun = config.nanoseconds > 0;
    settingsTime = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(config.nanoseconds / 1'000'000U));
    value = config.mixed() * 31 + events.mixed(); // unsigned: it may wrap around
}

} // namespace fettle::ui
