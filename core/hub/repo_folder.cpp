#include "core/hub/repo_folder.h"

#include "core/base/files.h"
#include "core/hub/hub_settings.h"

#include <cerrno>
#include <unistd.h>

namespace fettle {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kSeparator = "--";

std::string folderName(const HubRepo& repo) {
    std::string name = std::string(pluralOf(repo.kind)) + std::string(kSeparator) + repo.name;
    if (const std::size_t slash = name.find('/'); slash != std::string::npos) name.replace(slash, 1, kSeparator);
    return name;
}

} // namespace

RepoFolder::RepoFolder(const fs::path& cache, HubRepo repo)
    : m_repo(std::move(repo)), m_folder(cache / folderName(m_repo)), m_locks(cache / ".locks" / folderName(m_repo)) {}

fs::path RepoFolder::blob(const std::string& hash) const {
    return m_folder / "blobs" / hash;
}

fs::path RepoFolder::incomplete(const std::string& hash) const {
    return m_folder / "blobs" / (hash + ".incomplete");
}

fs::path RepoFolder::lockFile(const std::string& hash) const {
    return m_locks / (hash + ".lock");
}

fs::path RepoFolder::snapshot(const std::string& commit) const {
    return m_folder / "snapshots" / commit;
}

fs::path RepoFolder::ref() const {
    return m_folder / "refs" / m_repo.revision;
}

std::optional<fs::path> RepoFolder::knownSnapshot() const {
    std::error_code code;
    std::string commit = m_repo.revision;
    if (fs::is_regular_file(ref(), code)) commit = readFile(ref());
    if (const std::size_t end = commit.find_last_not_of(" \r\n"); end != std::string::npos) commit.resize(end + 1);
    if (!isCommit(commit) || !fs::is_directory(snapshot(commit), code)) return std::nullopt;
    return snapshot(commit);
}

void RepoFolder::make() const {
    for (const fs::path& folder : {m_folder / "blobs", m_folder / "snapshots", m_locks})
        makeFolder(folder);
}

// Links are relative: a cache may be moved as a whole.
void RepoFolder::link(const std::string& commit, const std::string& path, const std::string& hash) const {
    const fs::path at = snapshot(commit) / path;
    const fs::path target = blob(hash).lexically_relative(at.parent_path());
    std::error_code code;
    if (fs::read_symlink(at, code) == target) return;
    makeFolder(at.parent_path());
    fs::remove(at, code);
    if (::symlink(target.c_str(), at.c_str()) != 0) throwSystemError("write", at, errno);
}

void RepoFolder::setCommit(const std::string& commit) const {
    if (m_repo.revision == commit) return;
    makeFolder(ref().parent_path());
    writeFileAtomically(ref(), commit);
}

std::optional<fs::path> findModelSnapshot(const std::string& name) {
    if (!isRepoName(name)) return std::nullopt;
    return RepoFolder(hubCacheFolder(), {.name = name}).knownSnapshot();
}

std::string repoNameOf(const fs::path& snapshot) {
    const std::string prefix = std::string(pluralOf(RepoKind::Model)) + std::string(kSeparator);
    const fs::path snapshots = snapshot.parent_path();
    const std::string folder = snapshots.parent_path().filename().string();
    if (snapshots.filename() != "snapshots" || !folder.starts_with(prefix)) return {};
    std::string name = folder.substr(prefix.size());
    if (const std::size_t at = name.find(kSeparator); at != std::string::npos) name.replace(at, kSeparator.size(), "/");
    return isRepoName(name) ? name : std::string();
}

} // namespace fettle
