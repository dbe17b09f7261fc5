#pragma once

#include "core/base/json.h"

#include <string>

namespace fettle {

// How a byte-level tokenizer cuts words, as tokenizer.json has it.
struct WordRule {
    Json normalizer, preTokenizer;
    bool ignoresMerges = false; // a word that is a token is that token
    bool addsBos = false;       // where the file does not say
};

// Of tokenizer.ggml.pre. Error{BadTokenizer} for a name that is not known.
[[nodiscard]] WordRule wordRuleNamed(const std::string& pre);
// The name of the rule that cuts as this tokenizer.json does. Error{BadTokenizer} where llama.cpp has none.
[[nodiscard]] std::string nameOfWordRule(const Json& tokenizer);

} // namespace fettle
