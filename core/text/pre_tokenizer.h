#pragma once

#include "core/base/json.h"
#include "core/text/aligned_text.h"

#include <functional>
#include <vector>

namespace fettle {

// Cuts every piece into smaller ones (words), and may rewrite them.
using PreTokenizer = std::function<void(std::vector<AlignedText>& pieces)>;

// A "pre_tokenizer" of tokenizer.json; null is none. Error{BadTokenizer} naming an unknown type.
[[nodiscard]] PreTokenizer makePreTokenizer(const Json& json);

} // namespace fettle
