#pragma once

#include "core/model/blocks/attention.h"
#include "core/model/blocks/mlp.h"

namespace fettle {

// The norms of a layer by where they stand; those behind a block are of families that have four.
struct LayerNorms {
    Norm beforeAttention, beforeMlp;
    std::optional<Norm> afterAttention, afterMlp;
};

// Attention and MLP around a residual stream, with every slot that an adapter may fill.
class DecoderLayer {
public:
    DecoderLayer(std::size_t index, Attention attention, Mlp mlp, LayerNorms norms);

    // The stream behind the layer, and what its last block adds to it.
    [[nodiscard]] std::vector<at::Tensor> forward(const LayerInput& input, const Pass& pass) const;
    // The same without keeping what it computes: once more in backward.
    [[nodiscard]] std::vector<at::Tensor> recomputed(const LayerInput& input,
                                                     const std::shared_ptr<const Pass>& pass) const;

private:
    std::size_t m_index;
    Attention m_attention;
    Mlp m_mlp;
    LayerNorms m_norms;
};

} // namespace fettle
