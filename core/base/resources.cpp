#include "core/base/resources.h"

#include "core/base/files.h"

#include <cstdlib>

namespace fettle {

namespace fs = std::filesystem;

fs::path resourceFolder() {
    if (const char* named = std::getenv("FETTLE_RESOURCES"); named != nullptr && *named != '\0') return named;
    const fs::path program = programPath();
    // Installed: share/ beside bin/ and lib/; in a build folder: the sources around it.
    for (fs::path folder = program.parent_path(); folder.has_relative_path(); folder = folder.parent_path())
        for (const fs::path& resources : {folder / "share/fettle", folder / "resources"})
            if (fs::exists(resources / "recipes")) return resources;
    return program.parent_path() / "resources";
}

} // namespace fettle
