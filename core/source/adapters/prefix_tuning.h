#pragma once

#include "core/source/architecture.h"

namespace fettle {

// The one tensor [P, layers * 2 * kvHeads * headDim]: a row holds each layer's keys, then its values.
inline constexpr const char* kPrefixTensor = "prompt_embeddings";

// Of the keys that the layers see: PEFT's layout has one for all of them. Error{BadAdapter} for a base whose layers
// differ.
struct PrefixShape {
    std::int64_t layers = 0, kvHeads = 0, headDim = 0;
    [[nodiscard]] std::int64_t tokenDim() const { return kvHeads * headDim; }
};
[[nodiscard]] PrefixShape prefixShape(const Architecture& base);

} // namespace fettle
