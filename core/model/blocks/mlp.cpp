#include "core/model/blocks/mlp.h"

namespace fettle {

Mlp::Mlp(const MlpSpec& spec, std::vector<Linear> in, Linear down)
    : m_activation(ops::activationNamed(spec.activation)), m_isGated(spec.isGated), m_in(std::move(in)),
      m_down(std::move(down)) {}

at::Tensor Mlp::forward(const at::Tensor& x_ND, const Pass& pass) const {
    std::vector<at::Tensor> in_NF = pass.adapted.linears(x_ND, m_in);
    if (m_isGated && in_NF.size() == 1) in_NF = in_NF.front().chunk(2, 1);
    const at::Tensor active_NF =
        m_isGated ? ops::gatedAct(in_NF[0], in_NF[1], m_activation) : ops::act(in_NF[0], m_activation);
    return pass.adapted.linear(active_NF, m_down);
}

} // namespace fettle
