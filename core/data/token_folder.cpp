#include "core/data/token_folder.h"

#include "core/base/files.h"

#include <cstdlib>

namespace fettle {

std::filesystem::path tokenFolder() {
    const char* named = std::getenv("FETTLE_CACHE");
    const std::filesystem::path cache = named != nullptr ? named : cacheHome();
    return cache.empty() ? cache : cache / "tokens";
}

} // namespace fettle
