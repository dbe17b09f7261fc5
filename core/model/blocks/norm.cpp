#include "core/model/blocks/norm.h"

namespace fettle {

Norm::Norm(const Architecture& architecture, const WeightPath& at)
    : m_kind(architecture.norm), m_eps(architecture.normEps), m_index(at.index()), m_own{at.weight(), at.bias()} {}

ops::Normed Norm::forward(const at::Tensor& x_ND, const at::Tensor& delta_ND, const Adapted& adapted) const {
    at::Tensor sum_ND;
    const at::Tensor normed_ND = adapted.replaced([&](const Slots& slots) { return find(slots); },
                                                  [&](const NormSlot* instead) {
                                                      const ops::Normed result =
                                                          run(instead != nullptr ? *instead : m_own, x_ND, delta_ND);
                                                      sum_ND = result.sum;
                                                      return result.normed;
                                                  });
    return {sum_ND, normed_ND};
}

at::Tensor Norm::forward(const at::Tensor& x, const Adapted& adapted) const {
    return adapted.replaced([&](const Slots& slots) { return find(slots); },
                            [&](const NormSlot* instead) {
                                const at::Tensor rows = x.reshape({-1, x.size(-1)});
                                return run(instead != nullptr ? *instead : m_own, rows, {}).normed.view(x.sizes());
                            });
}

ops::Normed Norm::run(const NormSlot& weights, const at::Tensor& x_ND, const at::Tensor& delta_ND) const {
    if (m_kind == NormKind::Layer) return ops::addLayerNorm(x_ND, delta_ND, weights.weight, weights.bias, m_eps);
    const double offset = m_kind == NormKind::RmsOffset ? 1 : 0;
    return ops::addRmsNorm(x_ND, delta_ND, weights.weight, m_eps, offset);
}

const NormSlot* Norm::find(const Slots& slots) const {
    if (slots.norms.empty() || !slots.norms.at(m_index)) return nullptr;
    return &*slots.norms[m_index];
}

std::optional<Norm> normIf(bool isThere, const Architecture& architecture, const WeightPath& at) {
    return isThere ? std::optional(Norm(architecture, at)) : std::nullopt;
}

} // namespace fettle
