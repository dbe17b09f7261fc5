#pragma once

#include "core/base/json.h"
#include "core/hub/hub_repo.h"
#include "core/hub/hub_settings.h"

#include <cstdint>
#include <string>
#include <vector>

namespace fettle {

// A file of a repository as the hub lists it.
struct HubFile {
    std::string path; // below the repository's root
    std::uint64_t size = 0;
    std::string hash; // its blob's name in the cache: SHA-256 of a large file, git's SHA-1 of any other
};

// What a repository holds at one commit.
struct HubListing {
    std::string commit;
    std::vector<HubFile> files;
    Json card; // the head of README.md as JSON; null where it has none

    [[nodiscard]] const HubFile* find(std::string_view path) const; // nullptr: it has no such file
};

// Where the hub lists a repository at its revision, and where it keeps a file of a commit (hf_api.py: model_info,
// dataset_info; file_download.py: hf_hub_url).
[[nodiscard]] std::string listingUrl(const HubSettings& settings, const HubRepo& repo);
[[nodiscard]] std::string fileUrl(const HubSettings& settings, const HubRepo& repo, const std::string& commit,
                                  const std::string& path);

// The hub's answer to listingUrl. Error{BadFile} for one that lacks a commit, sizes or hashes, or whose paths lead
// elsewhere.
[[nodiscard]] HubListing readListing(const Json& answer, const HubRepo& repo);

} // namespace fettle
