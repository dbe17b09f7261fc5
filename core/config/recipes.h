#pragma once

#include "core/config/run_config.h"

#include <filesystem>

namespace fettle {

// resources/recipes: configurations that come with Fettle.
[[nodiscard]] std::filesystem::path recipeFolder();

// As readRunConfig; data that one of Fettle's own recipes names and that lies in resources/ is found there.
[[nodiscard]] RunConfig readRecipe(const std::filesystem::path& file);

} // namespace fettle
