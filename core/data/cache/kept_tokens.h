#pragma once

#include "core/data/dataset.h"

#include <optional>
#include <string>

namespace fettle {

// What was kept under this key; nullopt where there is nothing, or not all of it, or anything else. `data` says where
// the files lie now; tokens have ids below `ids`. Cancelled between two rows.
[[nodiscard]] std::optional<PreparedData> findTokens(const TokenCache& cache, const std::string& key,
                                                     const DataConfig& data, std::int64_t ids, const Work& work = {});

// Keeps them for the next time, and what others kept as far as there is room. Error{FileAccess | DiskFull ...};
// cancelled between two rows; there is nothing new in the folder then.
void keepTokens(const TokenCache& cache, const std::string& key, const DataConfig& data, const PreparedData& prepared,
                const Work& work = {});

} // namespace fettle
