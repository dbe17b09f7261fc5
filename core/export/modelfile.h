#pragma once

#include "core/text/chat_template.h"

#include <optional>
#include <string>
#include <vector>

namespace fettle {

// The text of an Ollama Modelfile (ollama/docs/modelfile.mdx) for a GGUF file in the same folder: FROM, what ends an
// answer, and TEMPLATE in Go's syntax where the chat template writes turns in one of the forms that are known. For
// another template Ollama reads the file's own.
[[nodiscard]] std::string ollamaModelfile(const std::string& ggufFile, const std::optional<ChatTemplate>& chatTemplate,
                                          const Json& specialTokens, const std::vector<std::string>& stops);

} // namespace fettle
