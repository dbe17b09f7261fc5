#include "core/model/blocks/decoder.h"

#include "core/model/blocks/neftune.h"
#include "core/model/blocks/virtual_rows.h"
#include "core/ops/embedding.h"

namespace fettle {

Decoder::Decoder(Architecture architecture, const at::Device& device, DecoderParts parts, const WeightStore& weights)
    : CausalLM(std::move(architecture), device),
      m_parts(std::move(parts)), m_head{m_parts.head, m_architecture.finalSoftCap}, m_parameters(weights.taken()) {}

at::Tensor Decoder::hidden(const Call& given) const {
    const AdapterSet adapters = encoded(given.adapters);
    // Taken apart in full, so that a new member does not compile until it is handed on.
    const auto& [batch, plain, cache, compute, training, checkpointing, dropout, neftuneNoiseAlpha, modelDropout] =
        given;
    const Call call{batch, adapters, cache, compute, training, checkpointing, dropout, neftuneNoiseAlpha, modelDropout};
    const VirtualRows rows = virtualRows(call);
    std::vector<RopeAngles> ropes;
    for (const Rope& rope : m_architecture.ropes)
        ropes.push_back(ropeAngles(rope, rows.positions_N, rows.longest));
    const auto pass = std::make_shared<const Pass>(Pass{.adapted = Adapted(call, rows.strengths_N),
                                                        .ropes = std::move(ropes),
                                                        .segments = rows.segments,
                                                        .cache = call.cache,
                                                        .cacheRows_N = rows.cacheRows_N,
                                                        .dropout = {call.modelDropout, call.dropout}});
    const bool isRecomputed = call.checkpointing && at::GradMode::is_enabled();
    LayerInput stream{.x_ND =
                          pass->dropout.apply(embedded(call, rows, pass->adapted), ResidualDropout::Place::Embedding)};
    for (std::size_t i = 0; i < m_parts.layers.size(); ++i) {
        const DecoderLayer& layer = m_parts.layers[i];
        const PrefixRows prefix = prefixRows(call, i);
        stream.prefixKeys = prefix.keys;
        stream.prefixValues = prefix.values;
        const auto out = isRecomputed ? layer.recomputed(stream, pass) : layer.forward(stream, *pass);
        stream.x_ND = out[0];
        stream.delta_ND = out[1];
    }
    at::Tensor normed_ND = m_parts.norm->forward(stream.x_ND, stream.delta_ND, pass->adapted).normed;
    if (m_architecture.logitScale != 1) normed_ND = normed_ND * m_architecture.logitScale;
    return rows.vectors_VD.defined() ? normed_ND.narrow(0, 0, call.batch.tokens_N.size(0)) : normed_ND;
}

// Tokens, the adapters' vectors behind them, and learned positions on both.
at::Tensor Decoder::embedded(const Call& call, const VirtualRows& rows, const Adapted& adapted) const {
    at::Tensor x_ND = embeddedTokens(call, adapted);
    if (call.neftuneNoiseAlpha > 0)
        x_ND = x_ND + neftuneNoise(call.batch, x_ND.size(1), call.neftuneNoiseAlpha, call.dropout).to(call.compute);
    if (m_architecture.embeddingScale != 1) {
        const at::Tensor scale = at::scalar_tensor(m_architecture.embeddingScale, m_parts.embedding_VD.scalar_type());
        x_ND = x_ND * scale.item();
    }
    if (rows.vectors_VD.defined()) x_ND = at::cat({x_ND, rows.vectors_VD.to(call.compute)});
    if (!m_parts.positions_PD.defined()) return x_ND;
    const auto find = [](const Slots& slots) { return slots.positions ? &*slots.positions : nullptr; };
    return x_ND + adapted.replaced(find, [&](const at::Tensor* instead) {
        return ops::embedding(rows.positions_N, instead != nullptr ? *instead : m_parts.positions_PD, call.compute);
    });
}

// By the embedding that an adapter trained whole, or by the base's with the rows that an adapter has of some tokens.
at::Tensor Decoder::embeddedTokens(const Call& call, const Adapted& adapted) const {
    const at::Tensor& ids_N = call.batch.tokens_N;
    const auto find = [](const Slots& slots) {
        return slots.embedding || slots.embeddingRows.areDefined() ? &slots : nullptr;
    };
    return adapted.replaced(find, [&](const Slots* own) {
        const bool isWhole = own != nullptr && own->embedding;
        const at::Tensor x_ND = ops::embedding(ids_N, isWhole ? *own->embedding : m_parts.embedding_VD, call.compute);
        return own != nullptr && own->embeddingRows.areDefined() ? ops::overlaid(x_ND, ids_N, own->embeddingRows)
                                                                 : x_ND;
    });
}

} // namespace fettle
