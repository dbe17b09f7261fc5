#include "core/run/pinned_folder.h"

#include "core/base/error.h"
#include "core/base/files.h"

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace fettle {

PinnedFolder::PinnedFolder(std::filesystem::path path) : m_path(std::move(path)) {
    m_descriptor = ::open(m_path.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC);
    if (m_descriptor < 0) throwSystemError("open", m_path, errno);
}

PinnedFolder::~PinnedFolder() {
    ::close(m_descriptor);
}

void PinnedFolder::refuseMoved() const {
    struct stat named {
    }, pinned{};
    if (::stat(m_path.c_str(), &named) == 0 && ::fstat(m_descriptor, &pinned) == 0 && named.st_dev == pinned.st_dev &&
        named.st_ino == pinned.st_ino)
        return;
    throw Error{ErrorKind::FileNotFound,
                "The run's folder " + m_path.string() + " was moved or removed while the run was going on.",
                "Put it back where it was, or start `fettle train` on its new place; it goes on from its last "
                "checkpoint.",
                {{"file", m_path.string()}}};
}

} // namespace fettle
