#pragma once

#include "core/hub/hub_listing.h"

namespace fettle {

// The files of a repository that a base model or an adapter is opened from: configuration, tokenizer, template,
// generation settings, and the weights as safetensors. Copies of the weights in other formats are left out.

// Names the shards; nullptr where model.safetensors holds all weights, which counts first (transformers,
// modeling_utils.py).
[[nodiscard]] const HubFile* shardIndex(const HubListing& listing);

// `index`: the content of shardIndex(), null without one. Error{BadModel} where there are no safetensors, or a shard of
// the index is missing.
[[nodiscard]] std::vector<HubFile> modelFiles(const HubListing& listing, const Json& index, const HubRepo& repo);

} // namespace fettle
