#pragma once

#include "core/library/base_model.h"

namespace fettle {

// A GGUF file: architecture, tensors, tokenizer and template are all in it. nullptr where it is none.
[[nodiscard]] std::shared_ptr<const BaseModel> openGgufModel(const std::filesystem::path& path);

} // namespace fettle
