// LoRA as PEFT 0.21.2 writes it: peft/tuners/lora/{config,layer,model}.py.
#include "core/source/adapters/lora.h"

#include "core/source/adapters/adapter_keys.h"
#include "core/source/adapters/adapter_kind.h"
#include "core/source/adapters/saved_modules.h"
#include "core/source/adapters/token_rows.h"
#include "core/source/name_pattern.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace fettle {

namespace {

// Features that change what an adapter computes, under the key that turns them on.
constexpr std::array kUnsupported = {"lora_bias", "layer_replication", "target_parameters", "alora_invocation_tokens",
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

// A list, or one number.
std::vector<std::int64_t> layersIn(const Json& config) {
    const Json layers = valueOr(config, "layers_to_transform", Json(Json::array()));
    std::vector<std::int64_t> indices;
    for (const Json& layer : layers.is_array() ? layers : Json{layers})
        indices.push_back(wholeValue(layer, "layers_to_transform"));
    return indices;
}

AdapterConfig readLora(const Json& config, const std::string& what) {
    refuseLoraFeatures(config, what);
    LoraConfig lora{.r = valueOr(config, "r", std::int64_t{8}),
                    .loraAlpha = valueOr(config, "lora_alpha", 8.0),
                    .loraDropout = valueOr(config, "lora_dropout", 0.0),
                    .targetModules = targetsIn(config, "target_modules", LoraConfig{}.targetModules),
                    .excludeModules = targetsIn(config, "exclude_modules", LoraConfig{}.excludeModules),
                    .layersToTransform = layersIn(config),
                    .useRslora = valueOr(config, "use_rslora", false),
                    .useDora = valueOr(config, "use_dora", false),
                    .rankPattern = patternsIn<std::int64_t>(config, "rank_pattern"),
                    .alphaPattern = patternsIn<double>(config, "alpha_pattern"),
                    .modulesToSave = savedIn(config, what),
                    .trainableTokenIndices = tokenIndicesIn(config, what)};
    const auto isRank = [](const auto& entry) { return entry.second >= 1; };
    if (lora.r < 1 || !std::all_of(lora.rankPattern.begin(), lora.rankPattern.end(), isRank))
        refuseAdapter(what, "A rank is below 1 (\"r\" is " + std::to_string(lora.r) + ").", "Choose another adapter.");
    return lora;
}

bool isPissa(const AdapterConfig& config) {
    const auto& lora = std::get<LoraConfig>(config);
    return lora.initLoraWeights == "pissa" && !lora.initFrom;
}

// Of the pairs alone: what is saved beside them is stored as it is.
bool keepsLoraStart(const AdapterConfig& config, const std::string& tensor) {
    return isPissa(config) && (tensor.ends_with(".lora_A.weight") || tensor.ends_with(".lora_B.weight"));
}

// [B | -B0] [A | A0]^T, the update B A - B0 A0 at the same scale: PEFT's subtract_mutated_init (tuners/lora/model.py).
LoraConfig storedLora(const AdapterConfig& config) {
    LoraConfig lora = std::get<LoraConfig>(config);
    if (!isPissa(config)) return lora;
    const double more = lora.useRslora ? std::sqrt(2.0) : 2;
    lora.initLoraWeights = "true";
    lora.r *= 2;
    lora.loraAlpha *= more;
    for (auto& [name, rank] : lora.rankPattern)
        rank *= 2;
    for (auto& [name, alpha] : lora.alphaPattern)
        alpha *= more;
    return lora;
}

Json writeLora(const AdapterSettings& settings, const Architecture& base) {
    const LoraConfig lora = storedLora(settings.config);
    const std::vector<ModuleSpec> modules = targetsOf(selectionOf(lora), base);
    nlohmann::json sorted = commonPeftKeys("LORA", settings.baseModel);
    sorted.update({{"alpha_pattern", nullptr},
                   {"bias", "none"},
                   {"fan_in_fan_out", areTransposed(modules)},
                   {"init_lora_weights", true},
                   {"layers_pattern", nullptr},
                   {"layers_to_transform", lora.layersToTransform},
                   {"lora_alpha", plainNumber(lora.loraAlpha)},
                   {"lora_dropout", lora.loraDropout},
                   {"modules_to_save", writtenSaved(lora.modulesToSave)},
                   {"r", lora.r},
                   {"rank_pattern", nullptr},
                   {"target_modules", writtenTargets(lora.targetModules, modules)},
                   {"use_dora", lora.useDora},
                   {"use_rslora", lora.useRslora}});
    if (lora.layersToTransform.empty()) sorted["layers_to_transform"] = nullptr;
    if (!lora.trainableTokenIndices.empty()) sorted["trainable_token_indices"] = writtenTokenIndices(lora, base);
    if (!namesNothing(lora.excludeModules)) sorted["exclude_modules"] = writtenTargets(lora.excludeModules, {});
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
    for (const ModuleSpec& module : targetsOf(selectionOf(lora), base)) {
        const std::int64_t rank = loraShape(lora, module.name).rank;
        tensors.push_back({nameOfA(module.name), {rank, module.inFeatures}});
        tensors.push_back({nameOfB(module.name), {module.outFeatures, rank}});
        if (lora.useDora) tensors.push_back({nameOfMagnitude(module.name), {module.outFeatures}});
    }
    for (AdapterTensor& saved : savedTensors(lora.modulesToSave, base))
        tensors.push_back(std::move(saved));
    for (AdapterTensor& rows : tokenRowTensors(lora, base))
        tensors.push_back(std::move(rows));
    return tensors;
}

AdapterConfig fittedLora(const AdapterConfig& config, const Architecture& base, const std::set<std::string>& names) {
    LoraConfig lora = std::get<LoraConfig>(config);
    const auto held = otherTargets(selectionOf(lora), base, names, [](const std::string& module) {
        return std::vector<std::string>{nameOfA(module), nameOfB(module)};
    });
    if (!held) return lora;
    lora.targetModules = *held;
    lora.excludeModules = LoraConfig{}.excludeModules;
    lora.layersToTransform = {};
    return lora;
}

std::vector<AdapterTensor> storedLoraTensors(const AdapterConfig& config, const Architecture& base) {
    return loraTensors(storedLora(config), base);
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
            .fitted = fittedLora,
            .storedTensors = storedLoraTensors,
            .keepsStart = keepsLoraStart};
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

ModuleSelection selectionOf(const LoraConfig& config) {
    return {.targets = config.targetModules,
            .excluded = config.excludeModules,
            .layers = config.layersToTransform,
            .saved = config.modulesToSave};
}

LoraShape loraShape(const LoraConfig& config, const std::string& module) {
    const std::int64_t rank = patternOr(config.rankPattern, module, "adapter.rank_pattern", config.r);
    const double alpha = patternOr(config.alphaPattern, module, "adapter.alpha_pattern", config.loraAlpha);
    const auto r = static_cast<double>(rank);
    return {rank, alpha / (config.useRslora ? std::sqrt(r) : r)};
}

} // namespace fettle
