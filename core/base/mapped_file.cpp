#include "core/base/mapped_file.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/guarded_memory.h"

#include <cerrno>
#include <mutex>
#include <set>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace fettle {

namespace fs = std::filesystem;

namespace {

struct OpenFiles {
    std::mutex mutex;
    std::set<const MappedFile*> files;
};

OpenFiles& openFiles() {
    static auto* const all = new OpenFiles; // outlives every static that owns a mapping
    return *all;
}

} // namespace

std::shared_ptr<const MappedFile> MappedFile::open(const fs::path& file) {
    return std::shared_ptr<const MappedFile>(new MappedFile(file, openForReading(file)));
}

MappedFile::MappedFile(fs::path path, int descriptor) : m_path(std::move(path)), m_descriptor(descriptor) {
    const auto fail = [this](const char* action, int code) {
        ::close(m_descriptor);
        throwSystemError(action, m_path, code);
    };
    m_opened = stamp();
    if (const auto size = static_cast<std::size_t>(m_opened.size); size > 0) {
        // Private and writable: a stray in-place operation copies a page instead of ending the process.
        void* address = ::mmap(nullptr, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_NORESERVE, m_descriptor, 0);
        if (address == MAP_FAILED) fail("map", errno);
        m_bytes = {static_cast<const std::byte*>(address), size};
        guardMemory(m_bytes);
    }
    const std::lock_guard lock(openFiles().mutex);
    openFiles().files.insert(this);
}

MappedFile::~MappedFile() {
    {
        const std::lock_guard lock(openFiles().mutex);
        openFiles().files.erase(this);
    }
    if (!m_bytes.empty()) {
        unguardMemory(m_bytes);
        ::munmap(const_cast<std::byte*>(m_bytes.data()), m_bytes.size());
    }
    ::close(m_descriptor);
}

std::string_view MappedFile::text() const {
    return {reinterpret_cast<const char*>(m_bytes.data()), m_bytes.size()};
}

bool MappedFile::hasChanged() const {
    return stamp() != m_opened;
}

MappedFile::Stamp MappedFile::stamp() const {
    struct stat info {};
    if (::fstat(m_descriptor, &info) != 0) return {.size = -1}; // a network folder that went away
    return {info.st_size, info.st_mtim.tv_sec, info.st_mtim.tv_nsec};
}

void refuseChangedFiles() {
    const std::lock_guard lock(openFiles().mutex);
    for (const MappedFile* file : openFiles().files)
        if (file->hasChanged())
            throw Error{
                ErrorKind::FileAccess,
                file->path().string() + " was changed while it was in use.",
                "Put the file back as it was and start again; nothing that was read from the changed file was kept.",
                {{"file", file->path().string()}}};
}

} // namespace fettle
