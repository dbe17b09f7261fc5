#include "core/source/adapters/saved_modules.h"

#include "core/base/error.h"
#include "core/source/score_head.h"

#include <algorithm>

namespace fettle {

namespace {

bool isMeant(const std::string& name, const std::string& module) {
    for (std::size_t end = module.find('.'); end != std::string::npos; end = module.find('.', end + 1))
        if (module.substr(0, end).ends_with(name)) return true;
    return module.ends_with(name);
}

void refuseStrangeName(const std::string& name, const std::vector<ModuleSpec>& modules) {
    const auto isNamed = [&](const ModuleSpec& module) { return isMeant(name, module.name); };
    if (std::any_of(modules.begin(), modules.end(), isNamed)) return;
    throw Error{ErrorKind::BadConfig,
                "modules_to_save names \"" + name + "\", which is no module of this model.",
                "Name modules such as embed_tokens or lm_head; `fettle inspect --model DIR` shows all of them.",
                {{"key", "adapter.modules_to_save"}, {"module", name}}};
}

} // namespace

bool isSavedModule(const std::vector<std::string>& names, const std::string& module) {
    return std::any_of(names.begin(), names.end(), [&](const std::string& name) { return isMeant(name, module); });
}

std::vector<ModuleSpec> savedModules(const std::vector<std::string>& names, const Architecture& base) {
    if (names.empty()) return {};
    const std::vector<ModuleSpec> all = modulesOf(base);
    for (const std::string& name : names)
        refuseStrangeName(name, all);
    std::vector<ModuleSpec> saved;
    std::copy_if(all.begin(), all.end(), std::back_inserter(saved),
                 [&](const ModuleSpec& module) { return isSavedModule(names, module.name); });
    return saved;
}

std::vector<AdapterTensor> savedTensors(const std::vector<std::string>& names, const Architecture& base) {
    std::vector<AdapterTensor> tensors;
    for (const ModuleSpec& module : savedModules(names, base)) {
        tensors.push_back({nameOfSaved(module.name + ".weight"), weightShape(module)});
        if (module.hasBias) tensors.push_back({nameOfSaved(module.name + ".bias"), {module.outFeatures}});
    }
    return tensors;
}

std::vector<std::string> savedNames(const AdapterConfig& config, const Architecture& base) {
    std::vector<std::string> names = modulesToSaveOf(config);
    if (base.score) names.emplace_back(kScoreModule);
    return names;
}

std::string nameOfSaved(const std::string& tensor) {
    return "base_model.model." + tensor;
}

} // namespace fettle
