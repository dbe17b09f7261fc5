#include "core/hub/blob_sink.h"

#include "core/base/error.h"
#include "core/base/files.h"
#include "core/base/mapped_file.h"

#include <algorithm>
#include <cerrno>
#include <unistd.h>

namespace fettle {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kReadBlock = std::size_t{4} << 20; // between two looks at a request to stop
constexpr std::size_t kSha256Digits = 64;

std::uint64_t sizeOf(const fs::path& file) {
    std::error_code code;
    const std::uintmax_t size = fs::file_size(file, code);
    return code ? 0 : size;
}

} // namespace

BlobSink::BlobSink(const RepoFolder& folder, const HubFile& file, const CancelFlag* stop)
    : m_file(file), m_blob(folder.blob(file.hash)), m_incomplete(folder.incomplete(file.hash)),
      m_lockFile(folder.lockFile(file.hash)), m_stop(stop),
      m_received(std::min<std::uint64_t>(sizeOf(m_incomplete), file.size)), m_digest(freshDigest()) {}

BlobSink::~BlobSink() {
    close();
}

void BlobSink::close() {
    if (m_descriptor >= 0) ::close(m_descriptor);
    m_descriptor = -1;
    m_lock.reset();
}

Sink::State BlobSink::open() {
    if (m_descriptor >= 0) return State::Short;
    m_lock = FileLock::tryOn(m_lockFile);
    if (!m_lock)
        throw Error{ErrorKind::Busy,
                    "Another program is downloading " + m_file.path + ".",
                    "Wait for it to end, or stop it first.",
                    {{"file", m_file.path}}};
    m_descriptor = openForAppending(m_incomplete);
    takeUp();
    return settle();
}

Digest BlobSink::freshDigest() const {
    return m_file.hash.size() == kSha256Digits ? Digest::sha256() : Digest::gitBlob(m_file.size);
}

void BlobSink::takeUp() {
    m_received = 0;
    m_digest = freshDigest();
    if (sizeOf(m_incomplete) > m_file.size) return restart();
    const auto mapped = MappedFile::open(m_incomplete);
    for (auto rest = mapped->bytes(); !rest.empty();) {
        throwIfRequested(m_stop);
        const auto block = rest.first(std::min(kReadBlock, rest.size()));
        m_digest.add(block);
        m_received += block.size();
        rest = rest.subspan(block.size());
    }
}

void BlobSink::restart() {
    if (::ftruncate(m_descriptor, 0) != 0) throwSystemError("write", m_incomplete, errno);
    m_received = 0;
    m_digest = freshDigest();
}

bool BlobSink::append(std::span<const std::byte> bytes) {
    if (bytes.size() > m_file.size - m_received) {
        restart();
        return false;
    }
    m_digest.add(bytes);
    m_received += bytes.size();
    while (!bytes.empty()) {
        const ssize_t written = ::write(m_descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) throwSystemError("write", m_incomplete, errno);
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    return true;
}

Sink::State BlobSink::settle() {
    if (m_received < m_file.size) return State::Short;
    if (m_digest.text() != m_file.hash) {
        restart();
        return State::Wrong;
    }
    if (::fsync(m_descriptor) != 0) throwSystemError("write", m_incomplete, errno);
    if (::rename(m_incomplete.c_str(), m_blob.c_str()) != 0) throwSystemError("write", m_blob, errno);
    syncFolder(m_blob.parent_path());
    close();
    return State::Whole;
}

} // namespace fettle
