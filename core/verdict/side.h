#pragma once

#include "core/base/parallel.h"
#include "core/generate/generation.h"
#include "core/verdict/held_out.h"

#include <memory>
#include <string>
#include <vector>

namespace fettle {

// One of the two that answer: the base model, or what was made of it.
struct Side {
    const CausalLM& model;
    std::shared_ptr<const Tokenizer> tokenizer;
    std::vector<TokenId> stopIds;
    std::vector<std::string> stopTexts = {};
    StreamAdapters streams; // the same adapters for decoding
    AdapterSet adapters;    // and for a whole pass
    at::ScalarType compute = at::kFloat;
};

// An answer, and how many tokens it took.
struct Said {
    std::string text;
    std::int64_t tokens = 0;
};

// Greedy answers to the rows that have a prompt, in their order, many in one batch; the others have none. No prompt
// longer than the context. Progress counts rows.
[[nodiscard]] std::vector<Said> answersOf(const Side& side, const std::vector<HeldOut>& rows, std::int64_t maxNewTokens,
                                          const Work& work = {});

// -log p of each row's targets, the mean over them, in nats per token; no row is without one.
[[nodiscard]] std::vector<double> lossesOf(const Side& side, const std::vector<HeldOut>& rows, const Work& work = {});

} // namespace fettle
