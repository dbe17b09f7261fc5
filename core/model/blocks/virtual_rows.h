#pragma once

#include "core/model/causal_lm.h"

#include <vector>

namespace fettle {

// The batch of a call together with the rows that its adapters put before every sequence that uses them: keys and
// values of each layer (prefix tuning, arXiv:2101.00190), and vectors that run through the model like tokens (prompt
// tuning, arXiv:2104.08691). Each such row is there once, however many sequences see it: their tokens move behind it.
struct VirtualRows {
    // Input vectors [V, D] behind the batch's own rows; undefined where there is none, or where the cache has them.
    at::Tensor vectors_VD;
    at::Tensor positions_N; // of all rows, the vectors' included
    std::int64_t longest = 0;
    std::shared_ptr<const ops::Segments> segments;
    at::Tensor cacheRows_N;
    std::vector<at::Tensor> strengths_N; // of each adapter for each row; undefined: 1 everywhere
};

// The adapters of a call with the rows that their networks make for it (Slots::encode).
[[nodiscard]] AdapterSet encoded(const AdapterSet& adapters);

// Error{BadUsage} for a strength that is neither 0 nor 1 where the rows know no other, Error{Internal} for a list of
// strengths of another length than there are sequences.
[[nodiscard]] VirtualRows virtualRows(const Call& call);

// Keys and values [P, kvHeads, headDim] of one layer in the compute type, of all adapters one after the other;
// undefined where there is none.
struct PrefixRows {
    at::Tensor keys, values;
};
[[nodiscard]] PrefixRows prefixRows(const Call& call, std::size_t layer);

} // namespace fettle
