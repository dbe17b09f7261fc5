#pragma once

#include "core/base/json.h"

#include <cstdint>
#include <string>
#include <vector>

namespace fettle {

// How the next token is drawn; names and meanings are GenerationConfig's (transformers).
struct SamplingConfig {
    double temperature = 1;       // 0: greedy
    double topP = 1;              // 1: off
    std::int64_t topK = 0;        // 0: off
    double minP = 0;              // 0: off
    double repetitionPenalty = 1; // 1: off
    std::uint64_t seed = 42;
    std::int64_t maxNewTokens = 256;
    std::vector<std::string> stopStrings;
    std::int64_t logprobs = 0; // likeliest tokens reported with each step; 0: none

    bool operator==(const SamplingConfig&) const = default;
};

// {"temperature", "top_p", "top_k", "min_p", "repetition_penalty", "seed", "max_new_tokens", "stop_strings",
// "logprobs"}, each optional; "do_sample": false is greedy as well. Error{BadConfig} as parseRunConfig, with keys below
// "sampling".
[[nodiscard]] SamplingConfig parseSampling(const Json& json);
// Everything written out, defaults included.
[[nodiscard]] Json toJson(const SamplingConfig& sampling);

// The same ranges for values that came as options of a command line. Error{BadUsage} naming the option.
void checkSamplingOptions(const SamplingConfig& sampling);

// As describeFields().
[[nodiscard]] Json describeSampling();

} // namespace fettle
