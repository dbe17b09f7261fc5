#pragma once

#include "core/hub/hub_repo.h"

#include <filesystem>
#include <optional>
#include <string>

namespace fettle {

// One repository in the cache of huggingface_hub, which Python finds there as well (file_download.py of
// huggingface_hub):
//   models--owner--name/refs/main              the commit that a branch or a tag stood at
//   models--owner--name/blobs/HASH             contents by SHA-256 (large files) or git's SHA-1
//   models--owner--name/snapshots/COMMIT/FILE  links to them
class RepoFolder {
public:
    RepoFolder(const std::filesystem::path& cache, HubRepo repo);

    [[nodiscard]] std::filesystem::path blob(const std::string& hash) const;
    [[nodiscard]] std::filesystem::path incomplete(const std::string& hash) const; // bytes so far
    [[nodiscard]] std::filesystem::path lockFile(const std::string& hash) const;   // beside all repositories
    [[nodiscard]] std::filesystem::path snapshot(const std::string& commit) const;
    // That of the revision, as far as it was fetched.
    [[nodiscard]] std::optional<std::filesystem::path> knownSnapshot() const;

    // Folders for all of these. Error{FileAccess | DiskFull}.
    void make() const;
    // The snapshot's file `path` becomes the blob. Error{FileAccess | DiskFull}.
    void link(const std::string& commit, const std::string& path, const std::string& hash) const;
    // The revision stands at this commit from now on.
    void setCommit(const std::string& commit) const;

private:
    [[nodiscard]] std::filesystem::path ref() const;

    HubRepo m_repo;
    std::filesystem::path m_folder, m_locks;
};

// The snapshot of a model that hubCacheFolder() holds at its last known "main"; nullopt for what is no name or not
// there.
[[nodiscard]] std::optional<std::filesystem::path> findModelSnapshot(const std::string& name);

// "owner/name" of ".../models--owner--name/snapshots/COMMIT"; empty for any other path.
[[nodiscard]] std::string repoNameOf(const std::filesystem::path& snapshot);

} // namespace fettle
