#include "core/base/file_lock.h"

#include "core/base/files.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

namespace fettle {

std::unique_ptr<FileLock> FileLock::tryOn(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0644);
    if (descriptor < 0) throwSystemError("open", file, errno);
    std::unique_ptr<FileLock> lock(new FileLock(descriptor));
    if (::flock(descriptor, LOCK_EX | LOCK_NB) == 0) return lock;
    if (errno != EWOULDBLOCK) throwSystemError("lock", file, errno);
    return nullptr;
}

FileLock::~FileLock() {
    ::close(m_descriptor);
}

} // namespace fettle
