#pragma once

#include "core/adapter/adapter.h"
#include "core/text/tokenizer.h"

#include <filesystem>
#include <vector>

namespace fettle {

// How close a written model answers to the one it was made from.
struct ExportProof {
    double top1Agreement = 0; // share of positions whose likeliest next token is the same
    double maxLogprobGap = 0; // largest difference of a prompt token's log-probability, nats
    std::int64_t positions = 0;
};

// Runs the prompts (ids) through base with adapters and through the model in `written`, both in `compute`.
[[nodiscard]] ExportProof proveExport(const CausalLM& attached, const AdapterSet& adapters,
                                      const std::filesystem::path& written,
                                      const std::vector<std::vector<TokenId>>& prompts, at::ScalarType compute);

} // namespace fettle
