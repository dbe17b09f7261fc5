#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace fettle {

// A model as Ollama keeps it: a GGUF file under the hash of its content.
struct StoredModel {
    std::string name; // "llama3.2:1b", as `ollama list` shows it
    std::filesystem::path file;
};

// Whether a folder is such a store: manifests beside blobs.
[[nodiscard]] bool isOllamaStore(const std::filesystem::path& folder);
// Those whose file is there, by name. Broken manifests are left out.
[[nodiscard]] std::vector<StoredModel> modelsInOllamaStore(const std::filesystem::path& folder);

} // namespace fettle
