#include "core/source/modules.h"

#include "core/source/families/family.h"
#include "core/source/score_head.h"

#include <algorithm>

namespace fettle {

std::vector<ModuleSpec> modulesOf(const Architecture& architecture) {
    std::vector<ModuleSpec> modules = familyNamed(architecture.family).modules(architecture);
    if (!architecture.score) return modules;
    for (ModuleSpec& module : modules)
        if (module.kind == ModuleKind::Head)
            module = {.name = kScoreModule,
                      .kind = ModuleKind::Head,
                      .outFeatures = 1,
                      .inFeatures = architecture.hiddenSize};
    return modules;
}

std::vector<std::int64_t> weightShape(const ModuleSpec& module) {
    if (module.kind == ModuleKind::Norm) return {module.outFeatures};
    if (module.isTransposed) return {module.inFeatures, module.outFeatures};
    return {module.outFeatures, module.inFeatures};
}

std::int64_t parameterCount(const ModuleSpec& module) {
    if (module.isTied) return 0;
    const std::int64_t matrix = module.outFeatures * std::max<std::int64_t>(1, module.inFeatures);
    return matrix + (module.hasBias ? module.outFeatures : 0);
}

std::int64_t parameterCount(const Architecture& architecture) {
    std::int64_t total = 0;
    for (const ModuleSpec& module : modulesOf(architecture))
        total += parameterCount(module);
    return total;
}

} // namespace fettle
