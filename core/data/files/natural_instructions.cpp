#include "core/data/files/row_files.h"

namespace fettle {

std::optional<Json> instancesOf(const Json& task) {
    if (!task.is_object()) return std::nullopt;
    const auto definition = task.find("Definition"), instances = task.find("Instances");
    if (definition == task.end() || instances == task.end() || !instances->is_array()) return std::nullopt;
    Json rows = Json::array();
    for (const Json& instance : *instances) {
        Json row = {{"Definition", *definition}};
        if (instance.is_object()) row.update(instance);
        rows.push_back(std::move(row));
    }
    return rows;
}

} // namespace fettle
