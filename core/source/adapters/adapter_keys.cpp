#include "core/source/adapters/adapter_keys.h"

#include "core/base/error.h"

#include <algorithm>
#include <cmath>

namespace fettle {

void refuseAdapter(const std::string& what, const std::string& reason, const std::string& hint) {
    throw Error{ErrorKind::BadAdapter, what + ": " + reason, hint, {{"file", what}}};
}

std::int64_t wholeValue(const Json& value, const std::string& key) {
    if (const auto number = wholeNumber(value)) return *number;
    refuseAdapter("adapter_config.json", "\"" + key + "\" is " + toLine(value) + ", which is no whole number.",
                  "Write the adapter again with the program that made it.");
}

bool hasPeftType(const Json& config, std::string_view type) {
    return valueOr(config, "peft_type", std::string()) == type;
}

std::string baseModelIn(const Json& config) {
    return valueOr(config, "base_model_name_or_path", valueOr(config, "model_name", std::string()));
}

std::int64_t virtualTokensIn(const Json& config, const std::string& what) {
    const std::int64_t tokens = valueOr(config, "num_virtual_tokens", std::int64_t{0});
    if (tokens < 1 || tokens > kMostVirtualTokens)
        refuseAdapter(what, "\"num_virtual_tokens\" is " + std::to_string(tokens) + ".", "Choose another adapter.");
    if (valueOr(config, "num_transformer_submodules", std::int64_t{1}) != 1)
        refuseAdapter(what, "It was made for an encoder with a decoder.", "Choose an adapter of a decoder.");
    return tokens;
}

TargetModules targetsIn(const Json& config, const char* key, TargetModules fallback) {
    const auto found = config.find(key);
    if (found == config.end() || found->is_null()) return fallback;
    if (found->is_array()) return found->get<std::vector<std::string>>();
    return found->get<std::string>();
}

std::vector<std::string> savedIn(const Json& config, const std::string& what) {
    const auto names = valueOr(config, "modules_to_save", std::vector<std::string>());
    if (!names.empty()) refuseActive(config, {"ensure_weight_tying"}, what);
    return names;
}

nlohmann::json writtenSaved(const std::vector<std::string>& names) {
    return names.empty() ? nlohmann::json() : nlohmann::json(names);
}

bool isActive(const Json& value) {
    if (value.is_boolean()) return value.get<bool>();
    if (value.is_number()) return value.get<double>() != 0;
    return !value.is_null() && !value.empty();
}

void refuseActive(const Json& config, const std::vector<std::string_view>& keys, const std::string& what) {
    for (const auto& [key, value] : config.items())
        if (std::find(keys.begin(), keys.end(), key) != keys.end() && isActive(value))
            refuseAdapter(what, "It uses \"" + key + "\", which is not supported.",
                          "Merge it with the program that made it and use the merged model.");
}

std::vector<ModuleSpec> targetsOf(const ModuleSelection& selection, const Architecture& base) {
    const std::vector<ModuleSpec> all = modulesOf(base);
    std::vector<ModuleSpec> found;
    for (const std::size_t index : matchTargets(selection, all))
        found.push_back(all[index]);
    return found;
}

std::optional<TargetModules> otherTargets(const ModuleSelection& selection, const Architecture& base,
                                          const std::set<std::string>& stored,
                                          std::vector<std::string> (*named)(const std::string& module)) {
    std::vector<std::string> held, promised;
    for (const ModuleSpec& module : modulesOf(base)) {
        const std::vector<std::string> names = named(module.name);
        if (module.kind == ModuleKind::Linear &&
            std::any_of(names.begin(), names.end(), [&](const std::string& name) { return stored.contains(name); }))
            held.push_back(module.name);
    }
    if (held.empty()) return std::nullopt;
    for (const ModuleSpec& module : targetsOf(selection, base))
        promised.push_back(module.name);
    return promised == held ? std::nullopt : std::optional<TargetModules>(held);
}

nlohmann::json writtenTargets(const TargetModules& targets, const std::vector<ModuleSpec>& modules) {
    if (const auto* names = std::get_if<std::vector<std::string>>(&targets)) return *names;
    const std::string& text = std::get<std::string>(targets);
    if (text != "all-linear") return text;
    std::set<std::string> lastParts;
    for (const ModuleSpec& module : modules)
        lastParts.insert(module.name.substr(module.name.rfind('.') + 1));
    return lastParts;
}

bool areTransposed(const std::vector<ModuleSpec>& modules) {
    return std::any_of(modules.begin(), modules.end(), [](const ModuleSpec& module) { return module.isTransposed; });
}

nlohmann::json commonPeftKeys(const char* type, const std::string& baseModel) {
    return {{"auto_mapping", nullptr}, {"base_model_name_or_path", baseModel},
            {"inference_mode", true},  {"peft_type", type},
            {"revision", nullptr},     {"task_type", "CAUSAL_LM"}};
}

nlohmann::json plainNumber(double value) {
    const bool isWhole = value == std::floor(value) && std::abs(value) < 1e15;
    return isWhole ? nlohmann::json(static_cast<std::int64_t>(value)) : nlohmann::json(value);
}

} // namespace fettle
