#include "core/base/plugin_file.h"

#include "core/base/files.h"

namespace fettle {

std::filesystem::path pluginFile(const std::string& name) {
    const std::filesystem::path beside = programPath().parent_path();
    for (const std::filesystem::path& folder : {beside, beside.parent_path() / "lib/fettle"})
        if (std::filesystem::exists(folder / name)) return folder / name;
    return {};
}

} // namespace fettle
