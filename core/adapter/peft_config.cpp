#include "core/adapter/peft_config.h"

#include "core/base/error.h"
#include "core/source/name_pattern.h"

#include <array>
#include <cmath>
#include <set>

namespace fettle {

namespace {

constexpr const char* kMergeHint = "Merge it with PEFT and use the merged model.";

// Features that change what an adapter computes, under the key that turns them on.
constexpr std::array kUnsupported = {
    "use_dora",       "modules_to_save",   "lora_bias",         "trainable_token_indices",
    "fan_in_fan_out", "layer_replication", "target_parameters", "alora_invocation_tokens",
    "megatron_config"};

// Starts that move a part of the base's weights into the adapter, which then fits that changed base only.
constexpr std::array kChangesBase = {"pissa", "olora", "loftq", "corda", "lora_ga"};

[[noreturn]] void refuse(const std::string& what, const std::string& reason, const std::string& hint) {
    throw Error{ErrorKind::BadAdapter, what + ": " + reason, hint, {{"file", what}}};
}

bool isActive(const Json& value) {
    if (value.is_boolean()) return value.get<bool>();
    return !value.is_null() && !value.empty();
}

bool isUnsupported(const std::string& key) {
    if (std::find(kUnsupported.begin(), kUnsupported.end(), key) != kUnsupported.end()) return true;
    return key.starts_with("use_") && key != "use_rslora"; // a variant of LoRA, known or newer
}

void refuseUnsupported(const Json& config, const std::string& what) {
    for (const auto& [key, value] : config.items())
        if (isUnsupported(key) && isActive(value))
            refuse(what, "It uses \"" + key + "\", which is not supported.", kMergeHint);
    if (const std::string bias = config.value("bias", "none"); bias != "none")
        refuse(what, "It trains biases (\"bias\": \"" + bias + "\"), which is not supported.", kMergeHint);
    const Json start = config.value("init_lora_weights", Json(true));
    for (const char* kind : kChangesBase)
        if (start.is_string() && start.get<std::string>().starts_with(kind))
            refuse(what, "It starts by \"" + start.get<std::string>() + "\", which changes the base's own weights.",
                   "Convert it with PEFT to an ordinary LoRA (path_initial_model_for_weight_conversion).");
}

void refuseOtherKinds(const Json& config, const std::string& what) {
    if (!config.is_object()) refuse(what, "It is no JSON object.", "Choose a PEFT folder.");
    const std::string type = config.value("peft_type", "");
    if (type.empty()) refuse(what, "It has no \"peft_type\".", "Choose a PEFT folder.");
    if (type != "LORA") refuse(what, "Adapters of the type " + type + " cannot be used.", "Choose a LoRA adapter.");
}

template <class T>
T valueOr(const Json& config, const char* key, T fallback) {
    const auto found = config.find(key);
    return found == config.end() || found->is_null() ? fallback : found->template get<T>();
}

void readTargets(const Json& config, LoraConfig& lora) {
    const auto targets = config.find("target_modules");
    if (targets != config.end() && targets->is_array())
        lora.targetModules = targets->get<std::vector<std::string>>();
    else if (targets != config.end() && targets->is_string())
        lora.targetModules = targets->get<std::string>();
}

LoraSettings readSettings(const Json& config) {
    LoraSettings settings;
    LoraConfig& lora = settings.config;
    lora.r = valueOr(config, "r", std::int64_t{8});
    lora.loraAlpha = valueOr(config, "lora_alpha", 8.0);
    lora.loraDropout = valueOr(config, "lora_dropout", 0.0);
    lora.useRslora = valueOr(config, "use_rslora", false);
    lora.rankPattern = valueOr(config, "rank_pattern", lora.rankPattern);
    lora.alphaPattern = valueOr(config, "alpha_pattern", lora.alphaPattern);
    readTargets(config, lora);
    settings.baseModel = valueOr(config, "base_model_name_or_path", std::string());
    return settings;
}

// Whole numbers without a point: older readers type alpha as an integer.
nlohmann::json number(double value) {
    const bool isWhole = value == std::floor(value) && std::abs(value) < 1e15;
    return isWhole ? nlohmann::json(static_cast<std::int64_t>(value)) : nlohmann::json(value);
}

nlohmann::json numbers(const std::map<std::string, double>& pattern) {
    nlohmann::json result = nlohmann::json::object();
    for (const auto& [key, value] : pattern)
        result[key] = number(value);
    return result;
}

nlohmann::json targets(const LoraConfig& config, const std::vector<std::string>& modules) {
    if (const auto* names = std::get_if<std::vector<std::string>>(&config.targetModules)) return *names;
    const std::string& text = std::get<std::string>(config.targetModules);
    if (text != "all-linear") return text;
    std::set<std::string> lastParts;
    for (const std::string& module : modules)
        lastParts.insert(module.substr(module.rfind('.') + 1));
    return lastParts;
}

// PEFT's pattern keys are regular expressions for a path or the end of one after a dot (get_pattern_key).
template <class T>
T patternOr(const std::map<std::string, T>& pattern, const std::string& module, const char* key, T fallback) {
    for (const auto& [name, value] : pattern)
        if (fullMatch("(.*\\.)?(" + name + ")", key)(module)) return value;
    return fallback;
}

} // namespace

LoraSettings parsePeftConfig(const Json& config, const std::string& what) {
    try {
        refuseOtherKinds(config, what);
        refuseUnsupported(config, what);
        LoraSettings settings = readSettings(config);
        if (settings.config.r < 1)
            refuse(what, "The rank \"r\" is " + std::to_string(settings.config.r) + ".", "Choose another adapter.");
        return settings;
    } catch (const nlohmann::json::exception& e) {
        refuse(what, std::string("A value has the wrong type (") + e.what() + ").",
               "Write the adapter again with PEFT.");
    }
}

Json peftConfigJson(const LoraSettings& settings, const std::vector<std::string>& modules) {
    const LoraConfig& config = settings.config;
    const nlohmann::json sorted = {{"alpha_pattern", numbers(config.alphaPattern)},
                                   {"auto_mapping", nullptr},
                                   {"base_model_name_or_path", settings.baseModel},
                                   {"bias", "none"},
                                   {"fan_in_fan_out", false},
                                   {"inference_mode", true},
                                   {"init_lora_weights", true},
                                   {"layers_pattern", nullptr},
                                   {"layers_to_transform", nullptr},
                                   {"lora_alpha", number(config.loraAlpha)},
                                   {"lora_dropout", config.loraDropout},
                                   {"modules_to_save", nullptr},
                                   {"peft_type", "LORA"},
                                   {"r", config.r},
                                   {"rank_pattern", config.rankPattern},
                                   {"revision", nullptr},
                                   {"target_modules", targets(config, modules)},
                                   {"task_type", "CAUSAL_LM"},
                                   {"use_dora", false},
                                   {"use_rslora", config.useRslora}};
    return sorted;
}

LoraShape loraShape(const LoraConfig& config, const std::string& module) {
    const std::int64_t rank = patternOr(config.rankPattern, module, "rank_pattern", config.r);
    const double alpha = patternOr(config.alphaPattern, module, "alpha_pattern", config.loraAlpha);
    const auto r = static_cast<double>(rank);
    return {rank, alpha / (config.useRslora ? std::sqrt(r) : r)};
}

} // namespace fettle
