#include "core/base/files.h"

#include "core/base/error.h"
#include "core/base/mapped_file.h"

#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>

namespace fettle {

namespace fs = std::filesystem;

namespace {

fs::path temporaryName(const fs::path& target) {
    static std::atomic<unsigned> counter{0};
    return target.parent_path() / ("." + target.filename().string() + "." + std::to_string(getpid()) + "-" +
                                   std::to_string(counter++) + ".tmp");
}

// "4711-0": the process and its count.
bool isProcessAndCount(std::string_view text) {
    const std::size_t dash = text.find('-');
    const auto isNumber = [](std::string_view digits) {
        return !digits.empty() && digits.find_first_not_of("0123456789") == std::string_view::npos;
    };
    return dash != std::string_view::npos && isNumber(text.substr(0, dash)) && isNumber(text.substr(dash + 1));
}

fs::path folderOf(const fs::path& file) {
    return file.has_parent_path() ? file.parent_path() : fs::path{"."};
}

const char* kindOf(mode_t mode) {
    if (S_ISDIR(mode)) return "a folder";
    if (S_ISFIFO(mode)) return "a pipe";
    return S_ISSOCK(mode) ? "a socket" : "a device";
}

void refuseIrregular(const fs::path& file, const struct stat& info) {
    if (S_ISREG(info.st_mode)) return;
    const std::string kind = kindOf(info.st_mode);
    throw Error{ErrorKind::FileAccess,
                "Cannot open " + file.string() + ": it is " + kind + ", not a file.",
                "Name a file.",
                {{"file", file.string()}, {"is", kind}}};
}

// That of an environment variable; empty where it is not set.
fs::path folderIn(const char* variable) {
    const char* value = std::getenv(variable);
    return value != nullptr ? value : "";
}

struct Descriptor {
    int value;
    ~Descriptor() {
        if (value >= 0) ::close(value);
    }
};

// Looked at before it is opened, which alone may have effects on a device, and again, since it may have been replaced.
int openRegular(const fs::path& file, int flags) {
    struct stat info {};
    const bool isThere = ::stat(file.c_str(), &info) == 0;
    if (!isThere && ((flags & O_CREAT) == 0 || errno != ENOENT)) throwSystemError("open", file, errno);
    if (isThere) refuseIrregular(file, info);
    Descriptor opened{::open(file.c_str(), flags | O_CLOEXEC | O_NONBLOCK, 0644)};
    if (opened.value < 0 || ::fstat(opened.value, &info) != 0) throwSystemError("open", file, errno);
    refuseIrregular(file, info);
    return std::exchange(opened.value, -1);
}

} // namespace

void throwSystemError(const std::string& action, const fs::path& file, int code) {
    const Facts facts{{"file", file.string()}, {"system", std::strerror(code)}};
    const std::string message = "Cannot " + action + " " + file.string() + ": " + std::strerror(code) + ".";
    if (code == ENOENT || code == ENOTDIR) throw Error{ErrorKind::FileNotFound, message, "Check the path.", facts};
    if (code == ENOSPC || code == EDQUOT)
        throw Error{ErrorKind::DiskFull, message, "Free some space on that disk and try again.", facts};
    throw Error{ErrorKind::FileAccess, message, "Check the permissions of the file and its folder.", facts};
}

int openForReading(const fs::path& file) {
    return openRegular(file, O_RDONLY);
}

int openForAppending(const fs::path& file) {
    return openRegular(file, O_WRONLY | O_CREAT | O_APPEND);
}

std::string readFile(const fs::path& file) {
    const Descriptor in{openForReading(file)};
    std::string content;
    char buffer[1 << 16];
    for (;;) {
        const ssize_t count = ::read(in.value, buffer, sizeof buffer);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) throwSystemError("read", file, errno);
        if (count == 0) return content;
        content.append(buffer, static_cast<std::size_t>(count));
    }
}

void writeFileAtomically(const fs::path& file, std::string_view content) {
    AtomicFile out(file);
    out.append(content.data(), content.size());
    out.commit();
}

AtomicFile::AtomicFile(fs::path target, Readers readers)
    : m_target(std::move(target)), m_temporary(temporaryName(m_target)) {
    const mode_t mode = readers == Readers::Owner ? 0600 : 0644;
    m_descriptor = ::open(m_temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (m_descriptor < 0) throwSystemError("write", m_target, errno);
}

AtomicFile::~AtomicFile() {
    if (m_descriptor < 0) return;
    ::close(m_descriptor);
    ::unlink(m_temporary.c_str());
}

void AtomicFile::append(const void* bytes, std::size_t count) {
    const char* from = static_cast<const char*>(bytes);
    while (count > 0) {
        const ssize_t written = ::write(m_descriptor, from, count);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0 && errno == EFAULT) refuseChangedFiles(); // the bytes lie in a file that became shorter
        if (written < 0) throwSystemError("write", m_target, errno);
        from += written;
        count -= static_cast<std::size_t>(written);
    }
}

void AtomicFile::commit() {
    if (::fsync(m_descriptor) != 0) throwSystemError("write", m_target, errno);
    if (::rename(m_temporary.c_str(), m_target.c_str()) != 0) throwSystemError("write", m_target, errno);
    ::close(m_descriptor);
    m_descriptor = -1;
    syncFolder(folderOf(m_target));
}

std::uintmax_t bytesBelow(const std::filesystem::path& folder) {
    std::uintmax_t bytes = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
        if (entry.is_regular_file()) bytes += entry.file_size();
    return bytes;
}

void makeFolder(const fs::path& folder) {
    std::error_code code;
    fs::create_directories(folder, code);
    if (code) throwSystemError("create", folder, code.value());
}

void makePrivateFolder(const fs::path& folder) {
    std::error_code ignored;
    if (fs::is_directory(folder, ignored)) return;
    if (folder.has_relative_path() && folder.has_parent_path()) makePrivateFolder(folder.parent_path());
    if (::mkdir(folder.c_str(), 0700) != 0 && errno != EEXIST) throwSystemError("create", folder, errno);
}

void syncFolder(const fs::path& folder) {
    const Descriptor descriptor{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (descriptor.value >= 0) ::fsync(descriptor.value);
}

AtomicFolder::AtomicFolder(fs::path target) : m_target(std::move(target)), m_temporary(temporaryName(m_target)) {
    makeFolder(folderOf(m_target));
    makeFolder(m_temporary);
}

AtomicFolder::~AtomicFolder() {
    std::error_code ignored;
    if (!m_committed) fs::remove_all(m_temporary, ignored);
}

void AtomicFolder::commit() {
    syncFolder(m_temporary);
    fs::path old;
    if (fs::exists(m_target)) {
        old = temporaryName(m_target);
        if (::rename(m_target.c_str(), old.c_str()) != 0) throwSystemError("replace", m_target, errno);
    }
    if (::rename(m_temporary.c_str(), m_target.c_str()) != 0) throwSystemError("write", m_target, errno);
    m_committed = true;
    syncFolder(folderOf(m_target));
    std::error_code ignored;
    if (!old.empty()) fs::remove_all(old, ignored);
}

std::string targetOfUnfinished(const std::string& name) {
    constexpr std::string_view kEnd = ".tmp";
    if (!name.starts_with('.') || !name.ends_with(kEnd)) return {};
    const std::string inner = name.substr(1, name.size() - 1 - kEnd.size());
    const std::size_t dot = inner.rfind('.');
    if (dot == std::string::npos || !isProcessAndCount(std::string_view(inner).substr(dot + 1))) return {};
    return inner.substr(0, dot);
}

void removeWhole(const fs::path& folder) {
    const fs::path unseen = temporaryName(folder);
    std::error_code ignored;
    fs::rename(folder, unseen, ignored);
    if (!ignored) fs::remove_all(unseen, ignored);
}

fs::path dataHome() {
    if (const fs::path data = folderIn("XDG_DATA_HOME"); !data.empty()) return data / "fettle";
    const fs::path home = folderIn("HOME");
    return (home.empty() ? fs::path("/tmp") : home) / ".local/share/fettle";
}

fs::path cacheHome() {
    if (const fs::path caches = folderIn("XDG_CACHE_HOME"); !caches.empty()) return caches / "fettle";
    const fs::path home = folderIn("HOME");
    return home.empty() ? home : home / ".cache/fettle";
}

fs::path programPath() {
    std::error_code code;
    return fs::read_symlink("/proc/self/exe", code);
}

} // namespace fettle
