#pragma once

#include "core/source/architecture.h"

namespace fettle {

// The tensor kPromptEmbeddings is [P, layers * 2 * kvHeads * headDim]: a row holds each layer's keys, then its values.
// PEFT's layout has one shape for all layers. Error{BadAdapter} for a base whose layers
// differ.
struct PrefixShape {
    std::int64_t layers = 0, kvHeads = 0, headDim = 0;
    [[nodiscard]] std::int64_t tokenDim() const { return kvHeads * headDim; }
};
[[nodiscard]] PrefixShape prefixShape(const Architecture& base);

} // namespace fettle
