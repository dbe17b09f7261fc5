#pragma once

#include "core/adapter/merge.h"

#include <filesystem>
#include <functional>
#include <utility>
#include <vector>

namespace fettle {

struct MergeOptions {
    std::filesystem::path out; // must not exist, or be empty
    at::ScalarType dtype = at::kFloat;
    std::int64_t maxShardBytes = 5'000'000'000;
    std::function<void(const std::filesystem::path& folder)> addFiles; // tokenizer, template, generation settings
};

// A transformers folder with every adapter folded in at its strength. Error{AlreadyExists | DiskFull},
// Error{BadUsage} for a kind of adapter that cannot be merged; the target
// appears whole or not at all.
void mergeToFolder(const CausalLM& model, const WeightedAdapters& adapters, const MergeOptions& options);

} // namespace fettle
