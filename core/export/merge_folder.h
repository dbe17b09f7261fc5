#pragma once

#include "core/adapter/merge.h"

#include <filesystem>
#include <utility>
#include <vector>

namespace fettle {

struct MergeOptions {
    std::filesystem::path baseFolder; // tokenizer, template and generation config are copied from here
    std::filesystem::path out;        // must not exist, or be empty
    at::ScalarType dtype = at::kFloat;
    std::int64_t maxShardBytes = 5'000'000'000;
};

// A transformers folder with every adapter folded in at its strength. Error{AlreadyExists | DiskFull},
// Error{BadUsage} for a kind of adapter that cannot be merged; the target
// appears whole or not at all.
void mergeToFolder(const CausalLM& model, const WeightedAdapters& adapters, const MergeOptions& options);

} // namespace fettle
