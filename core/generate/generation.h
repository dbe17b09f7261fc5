#pragma once

#include "core/base/cancel.h"
#include "core/config/sampling_config.h"
#include "core/model/causal_lm.h"
#include "core/text/tokenizer.h"

#include <exception>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace fettle {

// Adapters of one stream with their strengths; empty: the base model.
using StreamAdapters = std::vector<std::pair<std::shared_ptr<const Slots>, double>>;

struct GenerateRequest {
    std::vector<TokenId> prompt; // at least one token
    StreamAdapters adapters;
    SamplingConfig sampling;
    std::vector<TokenId> stopIds;               // end of sequence, end of turn
    std::shared_ptr<const Tokenizer> tokenizer; // nullptr: that of all requests
    bool continuesText = false;                 // the prompt ends in text that goes on, not in a turn's head
};

struct LikelyToken {
    TokenId id = 0;
    double logprob = 0; // over all rows of the vocabulary, before temperature and filters
};

struct GeneratedToken {
    TokenId id = 0;
    std::string text; // what became certain with this token; never half a character
    double logprob = 0;
    std::vector<LikelyToken> top; // sampling.logprobs of them, likeliest first
};

struct Generation {
    std::vector<TokenId> ids;      // without the token that ended it, EOS or a special token asked for as a stop string
    std::optional<TokenId> stopId; // of `stopIds`, that ended it
    std::vector<GeneratedToken> tokens;
    std::string text;           // without special tokens, without the stop string
    std::string stop;           // eos | length | stop_string | cancelled | failed
    double seconds = 0;         // decoding, the prompt's pass not counted
    std::exception_ptr failure; // why it failed
};

// All requests in one batch: base and tuned, several prompts, several adapter sets share each decoding step. Cancelled
// between two tokens. Throws what the first failed request failed with.
[[nodiscard]] std::vector<Generation> generate(const CausalLM& model, std::shared_ptr<const Tokenizer> tokenizer,
                                               const std::vector<GenerateRequest>& requests, at::ScalarType compute,
                                               const CancelFlag& stop = {});

} // namespace fettle
