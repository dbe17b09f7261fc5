#include "core/config/fields.h"
#include "core/config/write_section.h"

namespace fettle {

namespace {

// Default values by key and kind, from the description.
class Defaults {
public:
    Defaults() {
        for (const Json& field : describeFields())
            if (field.at("type") != "section" || field.at("nullable"))
                m_values[keyOf(field.at("key"), field.at("kind"))] = field.at("default");
    }
    // nullptr for a section that is always there.
    [[nodiscard]] const Json* find(const std::string& key, const Json& kind) const {
        for (const Json& of : {kind, Json()})
            if (const auto found = m_values.find(keyOf(key, of)); found != m_values.end()) return &found->second;
        return nullptr;
    }

private:
    static std::string keyOf(const std::string& key, const Json& kind) { return key + " " + kind.dump(); }
    std::map<std::string, Json> m_values;
};

Json pruned(const Json& section, const std::string& path, const Defaults& defaults);

Json prunedList(const Json& list, const std::string& path, const Defaults& defaults) {
    Json result = Json::array();
    for (const Json& element : list)
        result.push_back(element.is_object() ? pruned(element, path + "[].", defaults) : element);
    return result;
}

Json pruned(const Json& section, const std::string& path, const Defaults& defaults) {
    Json result = Json::object();
    const Json kind = section.value("kind", Json());
    for (const auto& [name, value] : section.items()) {
        const std::string key = path + name;
        const Json* byDefault = defaults.find(key, kind);
        if (byDefault != nullptr && *byDefault == value) continue;
        const bool isOptionalSection = byDefault != nullptr && byDefault->is_null() && value.is_object();
        if (byDefault == nullptr || isOptionalSection) {
            Json inside = pruned(value, key + ".", defaults);
            if (isOptionalSection || !inside.empty()) result[name] = std::move(inside);
        } else {
            result[name] = value.is_array() ? prunedList(value, key, defaults) : value;
        }
    }
    return result;
}

void compare(const Json& left, const Json& right, const std::string& key, std::vector<ConfigDifference>& differences);

void compareObjects(const Json& left, const Json& right, const std::string& prefix,
                    std::vector<ConfigDifference>& differences) {
    for (const auto& [name, value] : left.items())
        compare(value, right.value(name, Json()), prefix + name, differences);
    for (const auto& [name, value] : right.items())
        if (!left.contains(name)) compare(Json(), value, prefix + name, differences);
}

void compare(const Json& left, const Json& right, const std::string& key, std::vector<ConfigDifference>& differences) {
    if (left == right) return;
    if (left.is_object() && right.is_object())
        compareObjects(left, right, key + ".", differences);
    else
        differences.push_back({key, left, right});
}

} // namespace

Json toJson(const RunConfig& config) {
    return toJsonValue(config);
}

Json nonDefaults(const RunConfig& config) {
    return pruned(toJson(config), "", Defaults());
}

std::vector<ConfigDifference> difference(const RunConfig& left, const RunConfig& right) {
    std::vector<ConfigDifference> differences;
    compareObjects(toJson(left), toJson(right), "", differences);
    return differences;
}

} // namespace fettle
