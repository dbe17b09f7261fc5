#pragma once

#include "core/ops/attention.h"

#include <ATen/ATen.h>

#include <cstdint>
#include <memory>
#include <span>
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

// Lays prompts and their answers one after the other. A prompt stands at position 0, each of its answers behind it: an
// answer sees its prompt whole and itself causally, never another answer. A prompt and its answers are one sequence.
class BatchBuilder {
public:
    // Return the row of the first token. A prompt may be empty.
    std::int64_t addPrompt(std::span<const std::int32_t> ids);
    std::int64_t addAnswer(std::span<const std::int32_t> ids); // to the last prompt
    // Rows so far.
    [[nodiscard]] std::int64_t rows() const { return std::ssize(m_tokens); }
    [[nodiscard]] Batch build(const at::Device& device) const;

private:
    struct Span {
        std::int64_t begin = 0, end = 0;
    };
    struct Sequence {
        Span prompt;
        std::vector<Span> answers;
    };
    Span lay(std::span<const std::int32_t> ids, std::int64_t position);
    [[nodiscard]] static std::vector<ops::Segment> segmentsOf(const Sequence& sequence);

    std::vector<std::int64_t> m_tokens, m_positions, m_sequenceOf;
    std::vector<Sequence> m_sequences;
    std::int64_t m_maxPosition = 0;
};

// Rows laid one after the other, each a document of its own.
[[nodiscard]] Batch makeBatch(const std::vector<std::vector<std::int32_t>>& documents, const at::Device& device);

} // namespace fettle
