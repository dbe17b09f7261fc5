#include "ui/engine/queue_file.h"

#include "core/base/files.h"
#include "core/run/run_folder.h"
#include "ui/text/json_values.h"

namespace fettle::ui {

namespace fs = std::filesystem;

namespace {

fs::path queueIn(const fs::path& place) {
    return place / "queue.json";
}

// Null: a living window holds it.
std::unique_ptr<FileLock> lockOf(const fs::path& place) {
    try {
        return RunFolder(place).lock();
    } catch (const Error& error) {
        if (error.kind == ErrorKind::Busy) return nullptr;
        throw;
    }
}

// None where the file is absent or broken.
QStringList runsIn(const fs::path& place) {
    QStringList runs;
    try {
        const Json kept = readJson(queueIn(place));
        for (const Json& run : listIn(kept, "runs"))
            if (run.is_string()) runs << QString::fromStdString(run.get<std::string>());
    } catch (const Error&) {
    }
    return runs;
}

} // namespace

QueueFile::QueueFile(const fs::path& folder) {
    const auto place = [&folder](int number) { return folder / ("window-" + std::to_string(number)); };
    for (int number = 1; m_lock == nullptr || fs::exists(place(number)); ++number) {
        makeFolder(place(number));
        auto lock = lockOf(place(number));
        if (lock == nullptr) continue;
        m_left << runsIn(place(number));
        if (m_lock != nullptr) {
            fs::remove(queueIn(place(number))); // it is this window's now
            continue;
        }
        m_place = place(number);
        m_lock = std::move(lock);
    }
    m_left.removeDuplicates();
}

void QueueFile::write(int number, const QStringList& runs) {
    const std::lock_guard guard(m_writing);
    if (number < m_written) return;
    m_written = number;
    Json list = Json::array();
    for (const QString& run : runs)
        list.push_back(run.toStdString());
    writeJson(queueIn(m_place), {{"runs", std::move(list)}});
}

} // namespace fettle::ui
