#include "core/source/trained_modules.h"

#include "core/base/error.h"
#include "core/source/name_pattern.h"
#include "core/source/target_modules.h"

#include <algorithm>

namespace fettle {

namespace {

constexpr const char* kTrainable = "adapter.trainable";

// Whether the expression means the module, or a part that holds it.
NamePredicate isWithin(const std::string& expression) {
    return [isMeant = fullMatch("(.*\\.)?(" + expression + ")", kTrainable)](const std::string& module) {
        for (std::size_t end = module.find('.'); end != std::string::npos; end = module.find('.', end + 1))
            if (isMeant(module.substr(0, end))) return true;
        return isMeant(module);
    };
}

NamePredicate inLastLayers(std::int64_t count, std::int64_t layers) {
    if (count > layers)
        throw Error{ErrorKind::BadConfig,
                    "The model has " + std::to_string(layers) + " layers, not " + std::to_string(count) + ".",
                    "Choose fewer layers, or 0 for all of the model.",
                    {{"key", "adapter.last_layers"}}};
    return [first = layers - count](const std::string& module) { return layerOf(module).value_or(-1) >= first; };
}

// Of all that is trained in part; each must mean something.
std::vector<NamePredicate> predicatesOf(const NoAdapter& config, const std::vector<ModuleSpec>& modules,
                                        std::int64_t layers) {
    std::vector<NamePredicate> predicates;
    for (const std::string& name : config.trainable) {
        predicates.push_back(isWithin(name));
        if (std::none_of(modules.begin(), modules.end(),
                         [&](const ModuleSpec& module) { return predicates.back()(module.name); }))
            throw Error{ErrorKind::BadConfig,
                        "\"" + name + "\" is no module of this model, nor a part that holds some.",
                        "`fettle inspect --model DIR` shows all names.",
                        {{"key", kTrainable}, {"module", name}}};
    }
    if (config.lastLayers > 0) predicates.push_back(inLastLayers(config.lastLayers, layers));
    return predicates;
}

} // namespace

std::vector<ModuleSpec> trainedModules(const NoAdapter& config, const Architecture& base) {
    std::vector<ModuleSpec> modules = modulesOf(base);
    if (trainsAll(config)) return modules;
    const std::vector<NamePredicate> predicates = predicatesOf(config, modules, std::ssize(base.layers));
    const auto isNamed = [&](const ModuleSpec& module) {
        return std::any_of(predicates.begin(), predicates.end(), [&](const auto& each) { return each(module.name); });
    };
    const auto isPair = [](const ModuleSpec& module) { return module.isTied; };
    const auto head = std::find_if(modules.begin(), modules.end(), isPair);
    const bool trainsTied = head != modules.end() && (isNamed(*head) || isNamed(modules.front()));
    std::erase_if(modules, [&, embedding = modules.front().name](const ModuleSpec& module) {
        return !isNamed(module) && !(trainsTied && (module.isTied || module.name == embedding));
    });
    return modules;
}

bool trainsAll(const NoAdapter& config) {
    return config.trainable.empty() && config.lastLayers == 0;
}

} // namespace fettle
