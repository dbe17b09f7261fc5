#include "core/source/target_modules.h"

#include "core/base/error.h"
#include "core/source/adapters/saved_modules.h"
#include "core/source/name_pattern.h"

#include <algorithm>
#include <charconv>

namespace fettle {

namespace {

NamePredicate endsWithOneOf(const std::vector<std::string>& names) {
    return [names](const std::string& module) {
        return std::any_of(names.begin(), names.end(),
                           [&](const std::string& name) { return module == name || module.ends_with("." + name); });
    };
}

NamePredicate predicateFor(const TargetModules& patterns, const char* key) {
    if (const auto* names = std::get_if<std::vector<std::string>>(&patterns)) return endsWithOneOf(*names);
    return fullMatch(std::get<std::string>(patterns), key);
}

NamePredicate inOneOf(const std::vector<std::int64_t>& layers) {
    return [layers](const std::string& module) {
        const auto layer = layerOf(module);
        return layer && std::find(layers.begin(), layers.end(), *layer) != layers.end();
    };
}

NamePredicate predicateFor(const ModuleSelection& selection) {
    const NamePredicate all = [](const std::string&) { return true; }, none = [](const std::string&) { return false; };
    const bool isAll = selection.targets == TargetModules("all-linear");
    const NamePredicate isTarget = isAll ? all : predicateFor(selection.targets, "adapter.target_modules");
    const NamePredicate isExcluded =
        namesNothing(selection.excluded) ? none : predicateFor(selection.excluded, "adapter.exclude_modules");
    const NamePredicate isInLayers = selection.layers.empty() ? all : inOneOf(selection.layers);
    return [=, saved = selection.saved](const std::string& module) {
        return !isExcluded(module) && !isSavedModule(saved, module) && isTarget(module) && isInLayers(module);
    };
}

[[noreturn]] void refuseHead(const std::string& name) {
    throw Error{ErrorKind::BadConfig,
                "The output head \"" + name + "\" cannot carry an adapter.",
                "Leave it out of target_modules.",
                {{"key", "adapter.target_modules"}, {"module", name}}};
}

} // namespace

std::optional<std::int64_t> layerOf(const std::string& module) {
    std::size_t begin = module.find('.');
    while ((begin = module.find('.', begin + 1)) != std::string::npos) {
        const std::size_t end = module.find('.', begin + 1);
        if (end == std::string::npos) break;
        std::int64_t layer = 0;
        const char *first = module.data() + begin + 1, *last = module.data() + end;
        if (first != last && std::from_chars(first, last, layer).ptr == last) return layer;
    }
    return std::nullopt;
}

std::vector<std::size_t> matchTargets(const ModuleSelection& selection, const std::vector<ModuleSpec>& modules) {
    const NamePredicate isMeant = predicateFor(selection);
    const bool isAll = selection.targets == TargetModules("all-linear");
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < modules.size(); ++i) {
        if (modules[i].kind == ModuleKind::Linear && isMeant(modules[i].name)) found.push_back(i);
        if (modules[i].kind == ModuleKind::Head && !isAll && isMeant(modules[i].name)) refuseHead(modules[i].name);
    }
    if (found.empty())
        throw Error{ErrorKind::BadConfig,
                    "target_modules matches no linear module of this model" +
                        std::string(selection.layers.empty() ? "." : " in layers_to_transform."),
                    "Choose all-linear, or names such as q_proj and v_proj.",
                    {{"key", "adapter.target_modules"}}};
    return found;
}

} // namespace fettle
