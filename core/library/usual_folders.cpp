#include "core/library/usual_folders.h"

#include "core/base/files.h"
#include "core/hub/hub_settings.h"

#include <cstdlib>

namespace fettle {

namespace fs = std::filesystem;

namespace {

fs::path environment(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr ? value : "";
}

fs::path ollamaModels() {
    const fs::path models = environment("OLLAMA_MODELS");
    return models.empty() ? environment("HOME") / ".ollama/models" : models;
}

} // namespace

std::vector<fs::path> usualModelFolders() {
    const fs::path home = environment("HOME");
    return {dataHome() / "models",
            hubCacheFolder(),
            home / ".lmstudio/models",
            home / ".cache/lm-studio/models",
            "/usr/share/ollama/.ollama/models",
            ollamaModels()};
}

} // namespace fettle
