#pragma once

#include "core/text/normalizer.h"

namespace fettle {

// A "Precompiled" normalizer of tokenizer.json: SentencePiece's table of characters, applied to whole graphemes of
// fewer than six bytes, else to their characters (normalizers/precompiled.rs of the tokenizers library).
// Error{BadTokenizer}.
[[nodiscard]] Normalizer precompiled(const Json& json);

} // namespace fettle
