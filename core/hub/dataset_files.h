#pragma once

#include "core/hub/hub_listing.h"

namespace fettle {

struct DatasetPart {
    std::string subset; // a "config" of the data set; empty: its default
    std::string split;  // train, validation, test ...; empty: all
};

// The data files of a repository that belong to a part: those that its card names for it (`configs`), else by the names
// of folders and files (datasets, data_files.py and metadata.py). Error{HubNotFound} where there is no such part, with
// those that there are; Error{BadUsage} where it has several subsets and none is asked for; Error{BadDataset} where
// there are no files that Fettle reads.
[[nodiscard]] std::vector<HubFile> datasetFiles(const HubListing& listing, const DatasetPart& part,
                                                const HubRepo& repo);

} // namespace fettle
