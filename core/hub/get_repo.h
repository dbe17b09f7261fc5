#pragma once

#include "core/base/parallel.h"
#include "core/hub/dataset_files.h"
#include "core/hub/hub_settings.h"
#include "core/hub/retry.h"

#include <filesystem>

namespace fettle {

struct GetOrder {
    HubRepo repo;
    DatasetPart part; // of a data set
};

struct GotRepo {
    std::filesystem::path snapshot;
    std::string commit;
    std::vector<HubFile> files;   // below the snapshot
    std::uint64_t downloaded = 0; // bytes that were not there before
};

// Brings the files that Fettle needs of a repository into the cache, where a later start goes on and other programs
// find them; the revision points to the new snapshot once all of them are there. `work.progress` counts bytes. Offline
// (HF_HUB_OFFLINE) it only looks into the cache. Error{BadUsage | HubNotFound | HubRefused | HubUnreachable | BadModel
// | BadDataset | BadFile | Busy | DiskFull | FileAccess}; Cancelled.
[[nodiscard]] GotRepo getRepo(const GetOrder& order, const HubSettings& settings, const Work& work = {},
                              const RetryRules& retry = {});

} // namespace fettle
