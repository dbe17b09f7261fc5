#include "core/optim/sgd.h"

namespace fettle {

Sgd::Sgd(SgdConfig config, double weightDecay, const NamedTensors& parameters)
    : Optimizer(parameters), m_config(config), m_weightDecay(weightDecay) {
    if (m_config.momentum == 0) return;
    for (const auto& [name, parameter] : parameters)
        m_momenta.push_back(at::zeros_like(parameter, parameter.options().requires_grad(false)));
}

at::Tensor Sgd::advance(std::size_t i, const at::Tensor& gradient) {
    if (m_momenta.empty()) return gradient;
    return m_momenta[i].mul_(m_config.momentum).add_(gradient);
}

void Sgd::update(double learningRate) {
    const at::NoGradGuard noGrad;
    for (std::size_t i = 0; i < parameters().size(); ++i) {
        const auto& [name, parameter] = parameters()[i];
        if (!parameter.grad().defined()) continue;
        const at::Tensor values = parameter.detach();
        const bool decays = m_weightDecay != 0 && isDecayed(name);
        const at::Tensor gradient = decays ? parameter.grad().add(values, m_weightDecay) : parameter.grad();
        values.sub_(advance(i, gradient), learningRate);
    }
}

NamedTensors Sgd::state() const {
    NamedTensors all;
    for (std::size_t i = 0; i < m_momenta.size(); ++i)
        all.emplace_back("momentum_buffer." + parameters()[i].first, m_momenta[i]);
    return all;
}

} // namespace fettle
