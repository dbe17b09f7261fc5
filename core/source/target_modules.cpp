#include "core/source/target_modules.h"

#include "core/base/error.h"
#include "core/source/name_pattern.h"

#include <algorithm>

namespace fettle {

namespace {

NamePredicate endsWithOneOf(const std::vector<std::string>& names) {
    return [names](const std::string& module) {
        return std::any_of(names.begin(), names.end(),
                           [&](const std::string& name) { return module == name || module.ends_with("." + name); });
    };
}

NamePredicate predicateFor(const TargetModules& targets) {
    if (const auto* names = std::get_if<std::vector<std::string>>(&targets)) return endsWithOneOf(*names);
    const std::string& text = std::get<std::string>(targets);
    if (text == "all-linear") return [](const std::string&) { return true; };
    return fullMatch(text, "adapter.target_modules");
}

[[noreturn]] void refuseHead(const std::string& name) {
    throw Error{ErrorKind::BadConfig,
                "The output head \"" + name + "\" cannot carry an adapter.",
                "Leave it out of target_modules.",
                {{"key", "adapter.target_modules"}, {"module", name}}};
}

} // namespace

std::vector<std::size_t> matchTargets(const TargetModules& targets, const std::vector<ModuleSpec>& modules) {
    const NamePredicate isMeant = predicateFor(targets);
    const bool isAll = targets == TargetModules("all-linear");
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < modules.size(); ++i) {
        if (modules[i].kind == ModuleKind::Linear && isMeant(modules[i].name)) found.push_back(i);
        if (modules[i].kind == ModuleKind::Head && !isAll && isMeant(modules[i].name)) refuseHead(modules[i].name);
    }
    if (found.empty())
        throw Error{ErrorKind::BadConfig,
                    "target_modules matches no linear module of this model.",
                    "Choose all-linear, or names such as q_proj and v_proj.",
                    {{"key", "adapter.target_modules"}}};
    return found;
}

} // namespace fettle
