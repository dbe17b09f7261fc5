#pragma once

#include "core/ops/attention.h"

#include <ATen/ATen.h>

#include <cstdint>
#include <memory>
#include <vector>

namespace fettle {

// One row of tokens without padding. N tokens of S sequences.
struct Batch {
    at::Tensor tokens_N;    // int64
    at::Tensor positions_N; // int64, of each token in its own sequence
    std::shared_ptr<const ops::Segments> segments;
    std::int64_t sequences = 1;
    at::Tensor sequence_N;  // int64, which sequence a row belongs to: picks its adapter strengths
    at::Tensor cacheRows_N; // int64, where a KvCache keeps each row; undefined without a cache
    // Longest stretch of positions any sequence has, for rope kinds that depend on it.
    std::int64_t maxPosition = 0;
};

// Rows laid one after the other, each a document of its own.
[[nodiscard]] Batch makeBatch(const std::vector<std::vector<std::int32_t>>& documents, const at::Device& device);

} // namespace fettle
