// IA3 as PEFT 0.21.2 writes it: peft/tuners/ia3/{config,layer,model}.py.
#include "core/source/adapters/ia3.h"

#include "core/source/adapters/adapter_keys.h"
#include "core/source/adapters/adapter_kind.h"
#include "core/source/adapters/saved_modules.h"
#include "core/source/name_pattern.h"

#include <algorithm>

namespace fettle {

namespace {

AdapterConfig readIa3(const Json& config, const std::string& what) {
    return Ia3Config{.targetModules = targetsIn(config, "target_modules", Ia3Config{}.targetModules),
                     .feedforwardModules =
                         targetsIn(config, "feedforward_modules", TargetModules(std::vector<std::string>())),
                     .modulesToSave = savedIn(config, what)};
}

ModuleSelection selectionOf(const Ia3Config& ia3) {
    return {.targets = ia3.targetModules, .saved = ia3.modulesToSave};
}

Json writeIa3(const AdapterSettings& settings, const Architecture& base) {
    const auto& ia3 = std::get<Ia3Config>(settings.config);
    const std::vector<ModuleSpec> modules = targetsOf(selectionOf(ia3), base);
    nlohmann::json sorted = commonPeftKeys("IA3", settings.baseModel);
    sorted.update({{"fan_in_fan_out", areTransposed(modules)},
                   {"feedforward_modules", writtenTargets(ia3.feedforwardModules, {})},
                   {"init_ia3_weights", true},
                   {"modules_to_save", writtenSaved(ia3.modulesToSave)},
                   {"target_modules", writtenTargets(ia3.targetModules, modules)}});
    return sorted;
}

std::vector<AdapterTensor> ia3Tensors(const AdapterConfig& config, const Architecture& base) {
    const auto& ia3 = std::get<Ia3Config>(config);
    std::vector<AdapterTensor> tensors;
    for (const ModuleSpec& module : targetsOf(selectionOf(ia3), base)) {
        const bool isOnInput = isFeedforward(ia3, module.name);
        tensors.push_back({nameOfIa3(module.name), isOnInput ? std::vector<std::int64_t>{1, module.inFeatures}
                                                             : std::vector<std::int64_t>{module.outFeatures, 1}});
    }
    for (AdapterTensor& saved : savedTensors(ia3.modulesToSave, base))
        tensors.push_back(std::move(saved));
    return tensors;
}

AdapterConfig fittedIa3(const AdapterConfig& config, const Architecture& base, const std::set<std::string>& names) {
    Ia3Config ia3 = std::get<Ia3Config>(config);
    const auto held = otherTargets(selectionOf(ia3), base, names, [](const std::string& module) {
        return std::vector<std::string>{nameOfIa3(module)};
    });
    if (!held) return ia3;
    // PEFT wants the feed-forward modules to be among the targets, which are whole names now.
    std::vector<std::string> feedforward;
    for (const ModuleSpec& module : targetsOf({.targets = *held}, base))
        if (isFeedforward(ia3, module.name)) feedforward.push_back(module.name);
    ia3.targetModules = *held;
    ia3.feedforwardModules = feedforward;
    return ia3;
}

} // namespace

AdapterKind ia3Kind() {
    return {.weightsFile = "adapter_model.safetensors",
            .wrote = [](const Json& config) { return hasPeftType(config, "IA3"); },
            .read = readIa3,
            .write = writeIa3,
            .tensors = ia3Tensors,
            .fitted = fittedIa3};
}

std::string nameOfIa3(const std::string& module) {
    return "base_model.model." + module + ".ia3_l";
}

bool isFeedforward(const Ia3Config& config, const std::string& module) {
    if (const auto* names = std::get_if<std::vector<std::string>>(&config.feedforwardModules))
        return std::any_of(names->begin(), names->end(),
                           [&](const std::string& name) { return module.ends_with(name); });
    const std::string& expression = std::get<std::string>(config.feedforwardModules);
    return !expression.empty() && fullMatch(expression, "adapter.feedforward_modules")(module);
}

} // namespace fettle
