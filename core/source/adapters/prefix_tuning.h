#pragma once

#include "core/source/architecture.h"

namespace fettle {

// Where a projection makes the rows, embedding.weight is [P, tokenDim], transform.0 goes to the hidden width and
// transform.2 to all layers' rows (peft/tuners/prefix_tuning/model.py).

// The tensor kPromptEmbeddings is [P, layers * 2 * kvHeads * headDim]: a row holds each layer's keys, then its values.
// PEFT's layout has one shape for all layers. Error{BadAdapter} for a base whose layers
// differ.
struct PrefixShape {
    std::int64_t layers = 0, kvHeads = 0, headDim = 0;
    [[nodiscard]] std::int64_t tokenDim() const { return kvHeads * headDim; }
};
[[nodiscard]] PrefixShape prefixShape(const Architecture& base);

} // namespace fettle
