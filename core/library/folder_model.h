#pragma once

#include "core/library/base_model.h"

namespace fettle {

// A transformers folder: config.json, safetensors, tokenizer files. nullptr where there is no folder.
[[nodiscard]] std::shared_ptr<const BaseModel> openFolderModel(const std::filesystem::path& path);

// Copies of a folder's files that make its tokenizer, as far as they are there.
[[nodiscard]] std::vector<Companion> tokenizerCompanions(const std::filesystem::path& folder);
[[nodiscard]] bool isTokenizerFile(const std::string& name);
[[nodiscard]] bool hasTokenizer(const std::filesystem::path& folder);

} // namespace fettle
