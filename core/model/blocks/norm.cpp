#include "core/model/blocks/norm.h"

namespace fettle {

Norm::Norm(const Architecture& architecture, const WeightPath& at)
    : m_kind(architecture.norm), m_eps(architecture.normEps), m_weight_D(at.weight()), m_bias_D(at.bias()) {}

ops::Normed Norm::forward(const at::Tensor& x_ND, const at::Tensor& delta_ND) const {
    if (m_kind == NormKind::Layer) return ops::addLayerNorm(x_ND, delta_ND, m_weight_D, m_bias_D, m_eps);
    const double offset = m_kind == NormKind::RmsOffset ? 1 : 0;
    return ops::addRmsNorm(x_ND, delta_ND, m_weight_D, m_eps, offset);
}

at::Tensor Norm::forward(const at::Tensor& x) const {
    return forward(x.reshape({-1, x.size(-1)}), {}).normed.view(x.sizes());
}

std::optional<Norm> normIf(bool isThere, const Architecture& architecture, const WeightPath& at) {
    return isThere ? std::optional(Norm(architecture, at)) : std::nullopt;
}

} // namespace fettle
