#pragma once

#include "core/ops/dropout.h"

namespace fettle {

// Dropout on what enters the residual stream: the embedded tokens and the result of each block (Vaswani et al. 2017,
// arXiv:1706.03762; GPT-2's embd_pdrop and resid_pdrop). Masks are functions of the key, so that a recomputed layer
// draws its own again, and none is kept for the backward pass.
class ResidualDropout {
public:
    ResidualDropout(double p, const ops::DropoutKey& key) : m_p(p), m_key(key) {}

    enum class Place { Embedding, Attention, Mlp };
    // x_ND itself where p is 0. `layer` is of no matter for the embedding.
    [[nodiscard]] at::Tensor apply(const at::Tensor& x_ND, Place place, std::size_t layer = 0) const;

private:
    double m_p;
    ops::DropoutKey m_key;
};

} // namespace fettle
