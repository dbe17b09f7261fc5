// LoRA as PEFT 0.21.2 writes it: peft/tuners/lora/{config,layer,model}.py.
#include "core/source/adapters/lora.h"

#include "core/source/adapters/adapter_keys.h"
#include "core/source/adapters/adapter_kind.h"
#include "core/source/name_pattern.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace fettle {

namespace {

// Features that change what an adapter computes, under the key that turns them on.
constexpr std::array kUnsupported = {"modules_to_save",   "lora_bias",         "trainable_token_indices",
                                     "layer_replication", "target_parameters", "alora_invocation_tokens",
                                     "megatron_config"};

// Starts that move a part of the base's weights into the adapter, which then fits that changed base only.
constexpr std::array kChangesBase = {"pissa", "olora", "loftq", "corda", "lora_ga"};

bool isVariant(const std::string& key) { // of LoRA, known or newer
    return key.starts_with("use_") && key != "use_rslora" && key != "use_dora";
}

void refuseLoraFeatures(const Json& config, const std::string& what) {
    std::vector<std::string_view> keys(kUnsupported.begin(), kUnsupported.end());
    for (const auto& [key, value] : config.items())
        if (isVariant(key)) keys.push_back(key);
    refuseActive(config, keys, what);
    if (const std::string bias = config.value("bias", "none"); bias != "none")
        refuseAdapter(what, "It trains biases (\"bias\": \"" + bias + "\"), which is not supported.",
                      "Merge it with PEFT and use the merged model.");
    const Json start = config.value("init_lora_weights", Json(true));
    for (const char* kind : kChangesBase)
        if (start.is_string() && start.get<std::string>().starts_with(kind))
            refuseAdapter(what,
                          "It starts by \"" + start.get<std::string>() + "\", which changes the base's own weights.",
                          "Convert it with PEFT to an ordinary LoRA (path_initial_model_for_weight_conversion).");
}

template <class T>
Patterns<T> patternsIn(const Json& config, const char* key) {
    Patterns<T> patterns;
    const Json entries = valueOr(config, key, Json(Json::object()));
    for (const auto& [name, value] : entries.items())
        patterns.emplace_back(name, typedValue<T>(value, name));
    return patterns;
}

AdapterConfig readLora(const Json& config, const std::string& what) {
    refuseLoraFeatures(config, what);
    LoraConfig lora{.r = valueOr(config, "r", std::int64_t{8}),
                    .loraAlpha = valueOr(config, "lora_alpha", 8.0),
                    .loraDropout = valueOr(config, "lora_dropout", 0.0),
                    .targetModules = targetsIn(config, "target_modules", LoraConfig{}.targetModules),
                    .useRslora = valueOr(config, "use_rslora", false),
                    .useDora = valueOr(config, "use_dora", false),
                    .rankPattern = patternsIn<std::int64_t>(config, "rank_pattern"),
                    .alphaPattern = patternsIn<double>(config, "alpha_pattern")};
    const auto isRank = [](const auto& entry) { return entry.second >= 1; };
    if (lora.r < 1 || !std::all_of(lora.rankPattern.begin(), lora.rankPattern.end(), isRank))
        refuseAdapter(what, "A rank is below 1 (\"r\" is " + std::to_string(lora.r) + ").", "Choose another adapter.");
    return lora;
}

Json writeLora(const AdapterSettings& settings, const Architecture& base) {
    const auto& lora = std::get<LoraConfig>(settings.config);
    const std::vector<ModuleSpec> modules = targetsOf(lora.targetModules, base);
    nlohmann::json sorted = commonPeftKeys("LORA", settings.baseModel);
    sorted.update({{"alpha_pattern", nullptr},
                   {"bias", "none"},
                   {"fan_in_fan_out", areTransposed(modules)},
                   {"init_lora_weights", true},
                   {"layers_pattern", nullptr},
                   {"layers_to_transform", nullptr},
                   {"lora_alpha", plainNumber(lora.loraAlpha)},
                   {"lora_dropout", lora.loraDropout},
                   {"modules_to_save", nullptr},
                   {"r", lora.r},
                   {"rank_pattern", nullptr},
                   {"target_modules", writtenTargets(lora.targetModules, modules)},
                   {"use_dora", lora.useDora},
                   {"use_rslora", lora.useRslora}});
    Json written = sorted;
    written["alpha_pattern"] = written["rank_pattern"] = Json::object(); // their order counts
    for (const auto& [name, alpha] : lora.alphaPattern)
        written["alpha_pattern"][name] = plainNumber(alpha);
    for (const auto& [name, rank] : lora.rankPattern)
        written["rank_pattern"][name] = rank;
    return written;
}

std::vector<AdapterTensor> loraTensors(const AdapterConfig& config, const Architecture& base) {
    const auto& lora = std::get<LoraConfig>(config);
    std::vector<AdapterTensor> tensors;
    for (const ModuleSpec& module : targetsOf(lora.targetModules, base)) {
        const std::int64_t rank = loraShape(lora, module.name).rank;
        tensors.push_back({nameOfA(module.name), {rank, module.inFeatures}});
        tensors.push_back({nameOfB(module.name), {module.outFeatures, rank}});
        if (lora.useDora) tensors.push_back({nameOfMagnitude(module.name), {module.outFeatures}});
    }
    return tensors;
}

AdapterConfig fittedLora(const AdapterConfig& config, const Architecture& base, const std::set<std::string>& names) {
    LoraConfig lora = std::get<LoraConfig>(config);
    lora.targetModules = storedTargets(lora.targetModules, base, names, [](const std::string& module) {
        return std::vector<std::string>{nameOfA(module), nameOfB(module)};
    });
    return lora;
}

template <class T>
T patternOr(const Patterns<T>& patterns, const std::string& module, const char* key, T fallback) {
    for (const auto& [name, value] : patterns)
        if (fullMatch("(.*\\.)?(" + name + ")", key)(module)) return value;
    return fallback;
}

} // namespace

AdapterKind loraKind() {
    return {.weightsFile = "adapter_model.safetensors",
            .wrote = [](const Json& config) { return hasPeftType(config, "LORA"); },
            .read = readLora,
            .write = writeLora,
            .tensors = loraTensors,
            .fitted = fittedLora};
}

std::string nameOfA(const std::string& module) {
    return "base_model.model." + module + ".lora_A.weight";
}

std::string nameOfMagnitude(const std::string& module) {
    return "base_model.model." + module + ".lora_magnitude_vector";
}

std::string nameOfB(const std::string& module) {
    return "base_model.model." + module + ".lora_B.weight";
}

LoraShape loraShape(const LoraConfig& config, const std::string& module) {
    const std::int64_t rank = patternOr(config.rankPattern, module, "adapter.rank_pattern", config.r);
    const double alpha = patternOr(config.alphaPattern, module, "adapter.alpha_pattern", config.loraAlpha);
    const auto r = static_cast<double>(rank);
    return {rank, alpha / (config.useRslora ? std::sqrt(r) : r)};
}

} // namespace fettle
