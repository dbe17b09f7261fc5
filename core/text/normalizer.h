#pragma once

#include "core/base/json.h"
#include "core/text/aligned_text.h"

#include <functional>

namespace fettle {

// Rewrites a stretch of text before it is cut into words.
using Normalizer = std::function<void(AlignedText& text)>;

// A "normalizer" of tokenizer.json; null is none. Error{BadTokenizer} naming an unknown type.
[[nodiscard]] Normalizer makeNormalizer(const Json& json);

} // namespace fettle
