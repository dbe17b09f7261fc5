#pragma once

#include <array>

namespace fettle {

// All files of a model's folder that a tokenizer may be read from.
inline constexpr std::array kTokenizerFiles = {
    "tokenizer.json", "tokenizer.model", "tokenizer_config.json", "special_tokens_map.json", "added_tokens.json",
    "vocab.json",     "merges.txt"};

} // namespace fettle
