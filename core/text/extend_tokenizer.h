#pragma once

#include "core/text/tokenizer.h"
#include "core/text/tokenizer_files.h"

#include <string>
#include <vector>

namespace fettle {

// The files of `tokenizer` with these as special tokens, as add_special_tokens of transformers leaves them: a token of
// the vocabulary keeps its id, the others get the next ones, from Tokenizer::size() on.
[[nodiscard]] TokenizerFiles withSpecialTokens(const TokenizerFiles& files, const Tokenizer& tokenizer,
                                               const std::vector<std::string>& tokens);

// With another token that ends a sequence.
[[nodiscard]] TokenizerFiles withEosToken(const TokenizerFiles& files, const std::string& token);

} // namespace fettle
