#include "core/config/recipes.h"

#include "core/base/resources.h"

namespace fettle {

namespace fs = std::filesystem;

fs::path recipeFolder() {
    return resourceFolder() / "recipes";
}

RunConfig readRecipe(const fs::path& file) {
    RunConfig recipe = readRunConfig(file);
    std::error_code absent;
    if (!fs::equivalent(file.parent_path(), recipeFolder(), absent)) return recipe;
    for (auto* files : {&recipe.data.train, &recipe.data.validation})
        for (DataFileConfig& data : *files)
            if (const fs::path bundled = resourceFolder() / data.path; fs::exists(bundled))
                data.path = bundled.string();
    return recipe;
}

} // namespace fettle
