#pragma once

#include "core/base/error.h"
#include "core/source/architecture.h"
#include "core/source/safetensors.h"
#include "core/text/chat_template.h"
#include "core/text/tokenizer_files.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fettle {

// A file that stands beside weights and config.json.
struct Companion {
    std::string name;
    std::filesystem::path source; // what it is a copy of; empty: `content` is made for it
    std::string content;
};

// A base model, in whatever it is kept. Each function reads the files when it is called, and no others than it needs.
class BaseModel {
public:
    // A folder, a GGUF file, "pocket" (the bundled model), or "owner/name" in the hub's cache. Error{FileNotFound};
    // Error{BadFile} for a damaged file.
    [[nodiscard]] static std::shared_ptr<const BaseModel> open(const std::string& nameOrPath);
    virtual ~BaseModel() = default;

    [[nodiscard]] virtual std::filesystem::path path() const = 0;
    // Error{FileNotFound | BadModel}.
    [[nodiscard]] virtual Architecture architecture() const = 0;
    // Where each tensor stands. Error as readTensorTable.
    [[nodiscard]] virtual TensorTable tensors() const = 0;
    // Error{FileNotFound | BadTokenizer}.
    [[nodiscard]] virtual std::shared_ptr<const Tokenizer> tokenizer() const = 0;
    // Why it has none that can be used; for a list of models: the tokenizer itself is not read.
    [[nodiscard]] virtual std::optional<Error> tokenizerProblem() const = 0;
    // Empty where it has none.
    [[nodiscard]] virtual std::string chatTemplateSource() const = 0;
    // nullopt where it has none. Error{BadTemplate}.
    [[nodiscard]] std::optional<ChatTemplate> chatTemplate() const;
    // The end-of-sequence ids that its own settings name, the tokenizer's not among them.
    [[nodiscard]] virtual std::vector<TokenId> eosIds() const = 0;
    // The files beside weights and config.json that a copy of it needs as well.
    [[nodiscard]] virtual std::vector<Companion> companions() const = 0;
    // The files that its tokenizer is read from. Error{FileAccess}.
    [[nodiscard]] virtual TokenizerFiles tokenizerFiles() const = 0;
};

} // namespace fettle
