#pragma once

#include <filesystem>
#include <vector>

namespace fettle {

// Where models usually lie, whether or not these folders are there: Fettle's own, the cache of huggingface_hub (by its
// HF_HUB_CACHE and HF_HOME), LM Studio's, Ollama's (by its OLLAMA_MODELS).
[[nodiscard]] std::vector<std::filesystem::path> usualModelFolders();

} // namespace fettle
