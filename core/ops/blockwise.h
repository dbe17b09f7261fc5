#pragma once

#include <ATen/ATen.h>

#include <vector>

namespace fettle::ops {

constexpr std::int64_t kQuantBlock = 256; // elements that share one scale

// A tensor in 8 bits: codes of a map of 256 values in [-1, 1] times the largest magnitude of each block of 256 elements
// (Dettmers et al., 8-bit Optimizers via Block-wise Quantization, arXiv:2110.02861; bitsandbytes functional.py,
// create_dynamic_map).
struct BlockwiseState {
    at::Tensor codes;  // uint8 [elements]
    at::Tensor absmax; // fp32 [blocks]
};

// Zeros. An unsigned state holds nothing negative.
[[nodiscard]] BlockwiseState blockwiseZeros(std::int64_t elements, bool isSigned, const at::Device& device);

// The 256 values in rising order, fp32: powers of ten from 1e-6 up, each with finer fractions than the one below, 0 and
// 1.
[[nodiscard]] at::Tensor dynamicMap(bool isSigned, const at::Device& device);

// Elements of whole blocks (the last may be short), few enough that a step holds little besides its states.
struct BlockRange {
    std::int64_t begin = 0, count = 0;
    [[nodiscard]] std::int64_t firstBlock() const { return begin / kQuantBlock; }
    // Of a flat tensor, as rows of blocks [B, 256], the last one filled up.
    [[nodiscard]] at::Tensor rowsOf(const at::Tensor& flat, std::int64_t filler = 0) const;
    // Back to the elements [count].
    [[nodiscard]] at::Tensor elementsOf(const at::Tensor& rows_Bk) const;
};
[[nodiscard]] std::vector<BlockRange> blockRanges(std::int64_t elements);

// Reads and writes such states, rounding to the nearest value of the map. A value with a sign keeps it: rounding to the
// other side of zero goes one code back.
class BlockwiseCodec {
public:
    BlockwiseCodec(bool isSigned, const at::Device& device);

    [[nodiscard]] at::Tensor load(const BlockwiseState& state, const BlockRange& range) const; // fp32 [B, 256]
    void store(const BlockwiseState& state, const BlockRange& range, const at::Tensor& values_Bk) const;

private:
    bool m_isSigned;
    at::Tensor m_map, m_middles;
};

} // namespace fettle::ops
