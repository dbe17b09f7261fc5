#include "core/hub/get_repo.h"

#include "core/hub/blob_sink.h"
#include "core/hub/fetch.h"
#include "core/hub/hub_errors.h"
#include "core/hub/model_files.h"
#include "core/hub/text_sink.h"

#include <algorithm>
#include <list>
#include <numeric>
#include <set>

namespace fettle {

namespace fs = std::filesystem;

namespace {

std::uint64_t bytesOf(const std::vector<HubFile>& files) {
    return std::accumulate(files.begin(), files.end(), std::uint64_t{0},
                           [](std::uint64_t sum, const HubFile& file) { return sum + file.size; });
}

void refuseFullDisk(const fs::path& folder, std::uint64_t needed) {
    std::error_code code;
    const fs::space_info space = fs::space(folder, code);
    if (code || space.available >= needed) return;
    throw Error{
        ErrorKind::DiskFull,
        "The download needs " + std::to_string(needed) + " bytes; " + folder.string() + " has " +
            std::to_string(space.available) + ".",
        "Free some space on that disk, or name another cache in HF_HUB_CACHE.",
        {{"file", folder.string()}, {"needed", std::to_string(needed)}, {"free", std::to_string(space.available)}}};
}

// The files of one commit on their way into the cache.
class Download {
public:
    Download(const GetOrder& order, const HubSettings& settings, const Work& work, const RetryRules& retry)
        : m_order(order), m_cache(settings.cache), m_work(work),
          m_folder(settings.cache, order.repo), m_rules{.settings = settings, .repo = order.repo, .retry = retry} {}

    GotRepo run() {
        const HubListing listing = list();
        m_commit = listing.commit;
        m_folder.make();
        const std::vector<HubFile> files = m_order.repo.kind == RepoKind::Model
                                               ? modelFiles(listing, index(listing), m_order.repo)
                                               : datasetFiles(listing, m_order.part, m_order.repo);
        const std::uint64_t downloaded = bring(files, m_work.progress);
        for (const HubFile& file : files)
            m_folder.link(m_commit, file.path, file.hash);
        m_folder.setCommit(m_commit);
        return {.snapshot = m_folder.snapshot(m_commit), .commit = m_commit, .files = files, .downloaded = downloaded};
    }

private:
    HubListing list() const {
        TextSink text;
        const std::string url = listingUrl(m_rules.settings, m_order.repo);
        fetchAll({{.url = url, .what = "its list of files", .sink = &text}}, m_rules,
                 [this] { throwIfRequested(m_work.stop); });
        return readListing(parseJson(text.text(), "the hub's list of files"), m_order.repo);
    }

    // Shards are known by their names only once the index is there.
    Json index(const HubListing& listing) {
        const HubFile* file = shardIndex(listing);
        if (file == nullptr) return nullptr;
        bring({*file}, {});
        return readJson(m_folder.blob(file->hash));
    }

    // Returns the bytes that were missing.
    std::uint64_t bring(const std::vector<HubFile>& files, const ProgressCallback& progress) {
        std::list<BlobSink> sinks; // which do not move
        std::vector<Fetch> fetches;
        for (const HubFile& file : missingOf(files)) {
            Sink& sink = sinks.emplace_back(m_folder, file, m_work.stop);
            fetches.push_back({fileUrl(m_rules.settings, m_order.repo, m_commit, file.path), file.path, &sink});
        }
        const auto left = [&sinks] {
            return std::accumulate(sinks.begin(), sinks.end(), std::uint64_t{0},
                                   [](std::uint64_t sum, const BlobSink& sink) { return sum + sink.left(); });
        };
        const std::uint64_t missing = left(), total = bytesOf(files);
        refuseFullDisk(m_cache, missing);
        std::uint64_t most = 0; // what is thrown away again does not take progress back
        const auto tick = [&] {
            throwIfRequested(m_work.stop);
            most = std::max(most, total - left());
            if (progress) progress(static_cast<std::int64_t>(most), static_cast<std::int64_t>(total));
        };
        tick();
        fetchAll(fetches, m_rules, tick);
        tick();
        return missing;
    }

    // Each content once: files may be equal.
    std::vector<HubFile> missingOf(const std::vector<HubFile>& files) const {
        std::vector<HubFile> missing;
        std::set<std::string> seen;
        for (const HubFile& file : files)
            if (!fs::exists(m_folder.blob(file.hash)) && seen.insert(file.hash).second) missing.push_back(file);
        return missing;
    }

    const GetOrder& m_order;
    fs::path m_cache;
    const Work& m_work;
    RepoFolder m_folder;
    FetchRules m_rules;
    std::string m_commit;
};

GotRepo fromCache(const GetOrder& order, const HubSettings& settings) {
    const auto snapshot = RepoFolder(settings.cache, order.repo).knownSnapshot();
    if (!snapshot) throw offline(order.repo);
    GotRepo got{.snapshot = *snapshot, .commit = snapshot->filename().string()};
    for (const auto& entry : fs::recursive_directory_iterator(*snapshot))
        if (entry.is_regular_file())
            got.files.push_back(
                {.path = entry.path().lexically_relative(*snapshot).string(), .size = entry.file_size()});
    std::ranges::sort(got.files, {}, &HubFile::path);
    return got;
}

} // namespace

GotRepo getRepo(const GetOrder& order, const HubSettings& settings, const Work& work, const RetryRules& retry) {
    refuseBadRepo(order.repo);
    return settings.isOffline ? fromCache(order, settings) : Download(order, settings, work, retry).run();
}

} // namespace fettle
