#include "core/config/fields.h"
#include "core/config/read_section.h"

namespace fettle {

RunConfig parseRunConfig(const Json& json) {
    RunConfig config;
    read(json, Place{"", {}, describeFields}, config);
    return config;
}

RunConfig readRunConfig(const std::filesystem::path& file) {
    const Json json = readJson(file);
    try {
        return parseRunConfig(json);
    } catch (Error& error) {
        error.facts["file"] = file.string();
        throw;
    }
}

} // namespace fettle
