#pragma once

#include "core/model/blocks/attention.h"
#include "core/model/blocks/mlp.h"

namespace fettle {

// The norms of a layer by where they stand, as far as its family has them. A block without one before it gets the
// stream itself; beside a parallel attention, what attention gets.
struct LayerNorms {
    std::optional<Norm> beforeAttention, beforeMlp, afterAttention, afterMlp;
};

// Attention and MLP around a residual stream, with every slot that an adapter may fill.
class DecoderLayer {
public:
    DecoderLayer(std::size_t index, const ResidualSpec& residual, Attention attention, Mlp mlp, LayerNorms norms);

    // The stream behind the layer, and what its last block adds to it.
    [[nodiscard]] std::vector<at::Tensor> forward(const LayerInput& input, const Pass& pass) const;
    // The same without keeping what it computes: once more in backward.
    [[nodiscard]] std::vector<at::Tensor> recomputed(const LayerInput& input,
                                                     const std::shared_ptr<const Pass>& pass) const;

private:
    [[nodiscard]] at::Tensor added(const std::optional<Norm>& behind, const at::Tensor& result_ND, const Pass& pass,
                                   ResidualDropout::Place place) const;

    std::size_t m_index;
    ResidualSpec m_residual;
    Attention m_attention;
    Mlp m_mlp;
    LayerNorms m_norms;
};

} // namespace fettle
