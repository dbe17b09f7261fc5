#include "core/model/blocks/decoder_layer.h"

#include "core/ops/checkpoint.h"

namespace fettle {

namespace {

at::Tensor behind(const std::optional<Norm>& norm, const at::Tensor& delta_ND) {
    return norm ? norm->forward(delta_ND) : delta_ND;
}

} // namespace

DecoderLayer::DecoderLayer(std::size_t index, Attention attention, Mlp mlp, LayerNorms norms)
    : m_index(index), m_attention(std::move(attention)), m_mlp(std::move(mlp)), m_norms(std::move(norms)) {}

std::vector<at::Tensor> DecoderLayer::forward(const LayerInput& input, const Pass& pass) const {
    const auto [x_ND, attended_ND] = m_norms.beforeAttention.forward(input.x_ND, input.delta_ND);
    at::Tensor a_ND = m_attention.forward(attended_ND, input, pass);
    a_ND = behind(m_norms.afterAttention, pass.adapted.bottlenecks(&LayerSlots::afterAttention, m_index, a_ND, a_ND));

    const auto [y_ND, fed_ND] = m_norms.beforeMlp.forward(x_ND, a_ND);
    at::Tensor m_ND = m_mlp.forward(fed_ND, pass);
    m_ND = pass.adapted.bottlenecks(&LayerSlots::besideMlp, m_index, y_ND, m_ND);
    return {y_ND, behind(m_norms.afterMlp, pass.adapted.bottlenecks(&LayerSlots::afterMlp, m_index, m_ND, m_ND))};
}

std::vector<at::Tensor> DecoderLayer::recomputed(const LayerInput& input,
                                                 const std::shared_ptr<const Pass>& pass) const {
    const auto run = [this, pass](const std::vector<at::Tensor>& in) {
        return forward({in[0], in[1], in[2], in[3]}, *pass);
    };
    return ops::checkpoint(run, {input.x_ND, input.delta_ND, input.prefixKeys, input.prefixValues});
}

} // namespace fettle
