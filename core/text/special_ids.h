#pragma once

#include "core/base/json.h"
#include "core/text/tokenizer.h"
#include "core/text/tokenizer_files.h"

#include <functional>
#include <vector>

namespace fettle {

// Ids that go before and after a text.
struct SpecialFrame {
    std::vector<TokenId> before, after;
};

// The "post_processor" of a tokenizer.json for a single text. Error{BadTokenizer} naming an unknown type.
[[nodiscard]] SpecialFrame frameOf(const Json& postProcessor);

// tokenizer_config.json, {} where there is none, with special_tokens_map.json filling gaps.
[[nodiscard]] Json readTokenizerConfig(const TokenizerFiles& files);

// {"bos_token": "<s>", ...}: every special token of the configuration by name, as plain strings.
[[nodiscard]] Json namedSpecialTokens(const Json& config);

// What the configuration names as special tokens, in the order in which transformers adds them.
[[nodiscard]] std::vector<std::string> specialContents(const Json& config);

// Llama-class tokenizers rebuild their frame from add_bos_token and add_eos_token, whatever tokenizer.json says.
void applyFrameFlags(SpecialFrame& frame, const Json& config, std::optional<TokenId> bos, std::optional<TokenId> eos);

} // namespace fettle
