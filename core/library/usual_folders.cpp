#include "core/library/usual_folders.h"

#include "core/base/files.h"

#include <cstdlib>

namespace fettle {

namespace fs = std::filesystem;

namespace {

fs::path environment(const char* name) {
    const char* value = std::getenv(name);
    return value != nullptr ? value : "";
}

fs::path hubCache() {
    if (const fs::path cache = environment("HF_HUB_CACHE"); !cache.empty()) return cache;
    const fs::path home = environment("HF_HOME");
    return home.empty() ? environment("HOME") / ".cache/huggingface/hub" : home / "hub";
}

fs::path ollamaModels() {
    const fs::path models = environment("OLLAMA_MODELS");
    return models.empty() ? environment("HOME") / ".ollama/models" : models;
}

} // namespace

std::vector<fs::path> usualModelFolders() {
    const fs::path home = environment("HOME");
    return {dataHome() / "models",
            hubCache(),
            home / ".lmstudio/models",
            home / ".cache/lm-studio/models",
            "/usr/share/ollama/.ollama/models",
            ollamaModels()};
}

} // namespace fettle
