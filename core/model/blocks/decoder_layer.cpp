#include "core/model/blocks/decoder_layer.h"

#include "core/ops/checkpoint.h"

namespace fettle {

namespace {

// The stream x + delta, and what a block is given of it.
ops::Normed entering(const std::optional<Norm>& norm, const at::Tensor& x_ND, const at::Tensor& delta_ND,
                     const Adapted& adapted) {
    if (norm) return norm->forward(x_ND, delta_ND, adapted);
    const at::Tensor sum_ND = delta_ND.defined() ? x_ND + delta_ND : x_ND;
    return {sum_ND, sum_ND};
}

} // namespace

DecoderLayer::DecoderLayer(std::size_t index, const ResidualSpec& residual, Attention attention, Mlp mlp,
                           LayerNorms norms)
    : m_index(index), m_residual(residual), m_attention(std::move(attention)), m_mlp(std::move(mlp)),
      m_norms(std::move(norms)) {}

// What a block adds to the stream.
at::Tensor DecoderLayer::added(const std::optional<Norm>& behind, const at::Tensor& result_ND, const Pass& pass,
                               ResidualDropout::Place place) const {
    const at::Tensor normed_ND = behind ? behind->forward(result_ND, pass.adapted) : result_ND;
    const at::Tensor kept_ND = pass.dropout.apply(normed_ND, place, m_index);
    return m_residual.scale == 1 ? kept_ND : kept_ND * m_residual.scale;
}

std::vector<at::Tensor> DecoderLayer::forward(const LayerInput& input, const Pass& pass) const {
    const Adapted& adapted = pass.adapted;
    const auto [x_ND, attended_ND] = entering(m_norms.beforeAttention, input.x_ND, input.delta_ND, adapted);
    at::Tensor a_ND = m_attention.forward(attended_ND, input, pass);
    a_ND = added(m_norms.afterAttention, adapted.bottlenecks(&LayerSlots::afterAttention, m_index, a_ND, a_ND), pass,
                 ResidualDropout::Place::Attention);

    const bool isParallel = m_residual.isParallel;
    const auto [y_ND, fed_ND] =
        isParallel ? ops::Normed{x_ND, m_norms.beforeMlp ? m_norms.beforeMlp->forward(x_ND, adapted) : attended_ND}
                   : entering(m_norms.beforeMlp, x_ND, a_ND, adapted);
    at::Tensor m_ND = m_mlp.forward(fed_ND, pass);
    m_ND = adapted.bottlenecks(&LayerSlots::besideMlp, m_index, y_ND, m_ND);
    m_ND = added(m_norms.afterMlp, adapted.bottlenecks(&LayerSlots::afterMlp, m_index, m_ND, m_ND), pass,
                 ResidualDropout::Place::Mlp);
    return {y_ND, isParallel ? a_ND + m_ND : m_ND};
}

std::vector<at::Tensor> DecoderLayer::recomputed(const LayerInput& input,
                                                 const std::shared_ptr<const Pass>& pass) const {
    const auto run = [this, pass](const std::vector<at::Tensor>& in) {
        return forward({in[0], in[1], in[2], in[3]}, *pass);
    };
    return ops::checkpoint(run, {input.x_ND, input.delta_ND, input.prefixKeys, input.prefixValues});
}

} // namespace fettle
