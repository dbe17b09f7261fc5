#pragma once

#include "core/base/file_lock.h"

#include <QStringList>

#include <filesystem>
#include <memory>
#include <mutex>

namespace fettle::ui {

// What one window trains and has waiting, in a file, so that the next start can go on. A lock beside it says that the
// window lives; what windows without a lock left is taken over. Everything asks the disk.
class QueueFile {
public:
    explicit QueueFile(const std::filesystem::path& folder); // the first place in it that no living window holds

    [[nodiscard]] const QStringList& left() const { return m_left; } // folders of runs
    // Of several writers at once the one with the highest number wins.
    void write(int number, const QStringList& runs);

private:
    std::filesystem::path m_place;
    std::unique_ptr<FileLock> m_lock;
    QStringList m_left;
    std::mutex m_writing;
    int m_written = 0;
};

} // namespace fettle::ui
