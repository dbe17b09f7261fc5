#pragma once

#include "core/base/error.h"
#include "core/source/modules.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace fettle {

// A folder or a GGUF file that looks like a base model, usable or not.
struct FoundModel {
    std::filesystem::path path;
    std::string name;
    std::optional<Architecture> architecture;
    std::int64_t parameters = 0;
    std::uint64_t fileBytes = 0;
    bool hasChatTemplate = false;
    std::optional<Error> problem; // why it cannot be used
};

// Never throws for a broken folder or file: that is what `problem` is for. Checks config, tensor names and shapes,
// tokenizer files.
[[nodiscard]] FoundModel describeModel(const std::filesystem::path& path);

// All model folders and GGUF files below the given ones, those of an Ollama store by their names (depth <= 4; a Hugging
// Face cache's snapshots included), the pocket model first.
[[nodiscard]] std::vector<FoundModel> findModels(const std::vector<std::filesystem::path>& folders);

} // namespace fettle
