#pragma once

#include "core/source/architecture.h"
#include "core/source/safetensors.h"
#include "core/text/chat_template.h"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fettle {

// A base model, in whatever it is kept. Each function reads the files when it is called, and no others than it needs.
class BaseModel {
public:
    // A folder, "pocket" (the bundled model), or "owner/name" in the hub's cache. Error{FileNotFound}.
    [[nodiscard]] static std::shared_ptr<const BaseModel> open(const std::string& nameOrPath);
    virtual ~BaseModel() = default;

    [[nodiscard]] virtual std::filesystem::path path() const = 0;
    // Error{FileNotFound | BadModel}.
    [[nodiscard]] virtual Architecture architecture() const = 0;
    // Where each tensor stands. Error as readTensorTable.
    [[nodiscard]] virtual TensorTable tensors() const = 0;
    // Error{FileNotFound | BadTokenizer}.
    [[nodiscard]] virtual std::shared_ptr<const Tokenizer> tokenizer() const = 0;
    // nullopt where it has none. Error{BadTemplate}.
    [[nodiscard]] virtual std::optional<ChatTemplate> chatTemplate() const = 0;
    // The end-of-sequence ids that its own settings name, the tokenizer's not among them.
    [[nodiscard]] virtual std::vector<TokenId> eosIds() const = 0;
    // The files beside weights and config.json that a copy of it needs as well.
    [[nodiscard]] virtual std::vector<std::filesystem::path> companions() const = 0;
};

} // namespace fettle
