#pragma once

#include "core/model/blocks/norm.h"
#include "core/model/blocks/pass.h"

namespace fettle {

struct AttentionWeights {
    std::vector<Linear> in; // q, k and v, or one whose result is [q | k | v], or by key head [q ... | k | v]
    Linear out;
    std::optional<Norm> qNorm, kNorm; // over each head before it turns, or over all of them
};

// Causal self-attention with grouped heads (arXiv:2305.13245). N tokens of the batch, H query heads, G key/value heads
// of size d; M rows of keys: those of the batch or of the cache, and the adapters' prefix rows behind them.
class Attention {
public:
    Attention(const AttentionSpec& spec, std::int64_t layer, AttentionWeights weights);

    [[nodiscard]] at::Tensor forward(const at::Tensor& x_ND, const LayerInput& input, const Pass& pass) const;

private:
    [[nodiscard]] std::vector<at::Tensor> projected(const at::Tensor& x_ND, const Pass& pass) const;
    [[nodiscard]] std::vector<at::Tensor> splitByHead(const at::Tensor& fused_NF) const;
    [[nodiscard]] at::Tensor turned(const at::Tensor& heads, const std::optional<Norm>& norm, const Pass& pass) const;

    AttentionSpec m_spec;
    std::int64_t m_layer;
    AttentionWeights m_weights;
};

} // namespace fettle
