#pragma once

#include "core/base/json.h"

#include <functional>
#include <string>
#include <vector>

namespace fettle {

// Turns pieces of the vocabulary into text, step by step; the results are joined.
using Decoder = std::function<void(std::vector<std::string>& pieces)>;

// A "decoder" of tokenizer.json; null joins with spaces as the tokenizers library does. Error{BadTokenizer}.
[[nodiscard]] Decoder makeDecoder(const Json& json);

} // namespace fettle
