#pragma once

#include <filesystem>

namespace fettle {

// Where tokens are kept for the next start: the folder `tokens` in $FETTLE_CACHE, else in cacheHome(). Empty, so that
// none are kept, where FETTLE_CACHE is set to nothing.
[[nodiscard]] std::filesystem::path tokenFolder();

} // namespace fettle
