#pragma once

#include "core/base/cancel.h"
#include "core/base/file_lock.h"
#include "core/hub/digest.h"
#include "core/hub/hub_listing.h"
#include "core/hub/repo_folder.h"
#include "core/hub/sink.h"

namespace fettle {

// A file of a repository on its way into the cache. What came is kept in HASH.incomplete, where a later start goes on;
// the blob appears when size and hash are right.
class BlobSink : public Sink {
public:
    // `stop` is looked at while open() reads what is there already: Cancelled.
    BlobSink(const RepoFolder& folder, const HubFile& file, const CancelFlag* stop);
    ~BlobSink() override;

    [[nodiscard]] std::uint64_t left() const { return m_file.size - m_received; } // bytes that are still to come

    // From here to its end no other program fetches the file. Error{Busy | FileAccess | DiskFull}.
    State open() override;
    std::uint64_t received() const override { return m_received; }
    void restart() override;
    bool append(std::span<const std::byte> bytes) override;
    State settle() override;

private:
    [[nodiscard]] Digest freshDigest() const;
    void takeUp();
    void close();

    HubFile m_file;
    std::filesystem::path m_blob, m_incomplete, m_lockFile;
    const CancelFlag* m_stop;
    std::unique_ptr<FileLock> m_lock;
    std::uint64_t m_received = 0;
    Digest m_digest;
    int m_descriptor = -1;
};

} // namespace fettle
