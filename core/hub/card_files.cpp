#include "core/hub/card_files.h"

namespace fettle {

namespace {

const Json* memberOf(const Json& json, const char* key) {
    if (!json.is_object()) return nullptr;
    const auto found = json.find(key);
    return found != json.end() ? &*found : nullptr;
}

std::string textOf(const Json* json) {
    return json != nullptr && json->is_string() ? json->get<std::string>() : std::string();
}

// A text, or a list of texts.
std::vector<std::string> textsOf(const Json* json) {
    if (json == nullptr) return {};
    if (json->is_string()) return {json->get<std::string>()};
    std::vector<std::string> texts;
    if (json->is_array())
        for (const Json& entry : *json)
            if (entry.is_string()) texts.push_back(entry.get<std::string>());
    return texts;
}

void addPatterns(CardSubset& subset, const std::string& split, const std::vector<std::string>& patterns) {
    auto& list = subset.patterns[split];
    for (std::string pattern : patterns) {
        if (pattern.starts_with("./")) pattern.erase(0, 2);
        list.push_back(subset.folder + pattern);
    }
}

CardSubset readSubset(const Json& entry) {
    CardSubset subset{.name = textOf(memberOf(entry, "config_name")), .folder = textOf(memberOf(entry, "data_dir"))};
    if (!subset.folder.empty() && !subset.folder.ends_with('/')) subset.folder += '/';
    const Json* isDefault = memberOf(entry, "default");
    subset.isDefault = subset.name == "default" || (isDefault != nullptr && *isDefault == true);
    const Json* files = memberOf(entry, "data_files");
    if (const auto patterns = textsOf(files); !patterns.empty()) addPatterns(subset, "train", patterns);
    if (files != nullptr && files->is_array())
        for (const Json& part : *files)
            if (const std::string split = textOf(memberOf(part, "split")); !split.empty())
                addPatterns(subset, split, textsOf(memberOf(part, "path")));
    return subset;
}

} // namespace

std::vector<CardSubset> subsetsOf(const Json& card) {
    std::vector<CardSubset> subsets;
    const Json* configs = memberOf(card, "configs");
    if (configs == nullptr || !configs->is_array()) return subsets;
    for (const Json& entry : *configs)
        if (CardSubset subset = readSubset(entry); !subset.name.empty()) subsets.push_back(std::move(subset));
    return subsets;
}

} // namespace fettle
