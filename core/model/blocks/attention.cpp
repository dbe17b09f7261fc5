#include "core/model/blocks/attention.h"

#include "core/ops/rotary.h"

namespace fettle {

Attention::Attention(const AttentionSpec& spec, std::int64_t layer, AttentionWeights weights)
    : m_spec(spec), m_layer(layer), m_weights(std::move(weights)) {}

at::Tensor Attention::forward(const at::Tensor& x_ND, const LayerInput& input, const Pass& pass) const {
    const std::vector<at::Tensor> qkv = projected(x_ND, pass);
    const at::Tensor q_NHd = turned(qkv[0], m_weights.qNorm, pass);
    at::Tensor k_MGd = turned(qkv[1], m_weights.kNorm, pass), v_MGd = qkv[2];
    if (pass.cache != nullptr) {
        pass.cache->put(m_layer, pass.cacheRows_N, k_MGd, v_MGd);
        if (input.prefixKeys.defined()) pass.cache->putPrefix(m_layer, input.prefixKeys, input.prefixValues);
        k_MGd = pass.cache->keys(m_layer);
        v_MGd = pass.cache->values(m_layer);
    } else if (input.prefixKeys.defined()) {
        k_MGd = at::cat({k_MGd, input.prefixKeys});
        v_MGd = at::cat({v_MGd, input.prefixValues});
    }
    const at::Tensor o_NHd =
        ops::attention(q_NHd, k_MGd, v_MGd, *pass.segments,
                       {.scale = m_spec.scale, .window = m_spec.window, .softCap = m_spec.softCap});
    return pass.adapted.linear(o_NHd.flatten(1), m_weights.out);
}

std::vector<at::Tensor> Attention::projected(const at::Tensor& x_ND, const Pass& pass) const {
    std::vector<at::Tensor> parts = pass.adapted.linears(x_ND, m_weights.in);
    if (parts.size() == 1 && m_spec.fusesByHead) return splitByHead(parts.front());
    if (parts.size() == 1) {
        const std::int64_t queryWidth = m_spec.heads * m_spec.headDim, keyWidth = m_spec.kvHeads * m_spec.headDim;
        parts = parts.front().split_with_sizes({queryWidth, keyWidth, keyWidth}, 1);
    }
    for (at::Tensor& part : parts)
        part = part.unflatten(1, {-1, m_spec.headDim});
    return parts;
}

// [N, G, H / G + 2, d]: the queries of a key head, the key, the value.
std::vector<at::Tensor> Attention::splitByHead(const at::Tensor& fused_NF) const {
    const std::int64_t queries = m_spec.heads / m_spec.kvHeads, rows = fused_NF.size(0);
    const at::Tensor groups = fused_NF.view({rows, m_spec.kvHeads, queries + 2, m_spec.headDim});
    return {groups.slice(2, 0, queries).reshape({rows, m_spec.heads, m_spec.headDim}), groups.select(2, queries),
            groups.select(2, queries + 1)};
}

at::Tensor Attention::turned(const at::Tensor& heads, const std::optional<Norm>& norm, const Pass& pass) const {
    const bool isWhole = norm && norm->width() != m_spec.headDim;
    const at::Tensor normed = isWhole ? norm->forward(heads.flatten(1), pass.adapted).view(heads.sizes())
                              : norm  ? norm->forward(heads, pass.adapted)
                                      : heads;
    if (!m_spec.rope) return normed;
    const RopeAngles& angles = pass.ropes[*m_spec.rope];
    return ops::rotary(normed, angles.cos_Nd, angles.sin_Nd);
}

} // namespace fettle
