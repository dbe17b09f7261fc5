#include "core/optim/lion.h"

#include "core/config/optimizer_state.h"
#include "core/ops/lion.h"

namespace fettle {

namespace {

ops::LionStep stepOf(const std::array<double, 2>& betas, double learningRate, double weightDecay) {
    return {.learningRate = learningRate, .beta1 = betas[0], .beta2 = betas[1], .weightDecay = weightDecay};
}

at::Tensor zerosLike(const at::Tensor& parameter) {
    return at::zeros_like(parameter, parameter.options().requires_grad(false));
}

} // namespace

Lion::Lion(LionConfig config, double weightDecay, const NamedTensors& parameters)
    : Optimizer(parameters), m_config(config), m_weightDecay(weightDecay) {
    for (const auto& [name, parameter] : parameters)
        m_momenta.push_back(zerosLike(parameter));
}

void Lion::update(double learningRate) {
    for (std::size_t i = 0; i < m_momenta.size(); ++i) {
        const auto& [name, parameter] = parameters()[i];
        if (parameter.grad().defined())
            ops::lionStep(parameter, parameter.grad(), m_momenta[i],
                          stepOf(m_config.betas, learningRate, isDecayed(name) ? m_weightDecay : 0));
    }
}

NamedTensors Lion::state() const {
    NamedTensors all;
    for (std::size_t i = 0; i < m_momenta.size(); ++i)
        all.emplace_back("exp_avg." + parameters()[i].first, m_momenta[i]);
    return all;
}

Lion8bit::Lion8bit(Lion8bitConfig config, double weightDecay, const NamedTensors& parameters)
    : Optimizer(parameters), m_config(config), m_weightDecay(weightDecay) {
    for (const auto& [name, parameter] : parameters)
        m_momenta.push_back(keepsWideState(name, parameter.numel())
                                ? ops::BlockwiseState{.codes = zerosLike(parameter), .absmax = {}}
                                : ops::blockwiseZeros(parameter.numel(), true, parameter.device()));
}

void Lion8bit::update(double learningRate) {
    for (std::size_t i = 0; i < m_momenta.size(); ++i) {
        const auto& [name, parameter] = parameters()[i];
        if (!parameter.grad().defined()) continue;
        const ops::BlockwiseState& momentum = m_momenta[i];
        const ops::LionStep options = stepOf(m_config.betas, learningRate, isDecayed(name) ? m_weightDecay : 0);
        if (momentum.absmax.defined())
            ops::lion8bitStep(parameter, parameter.grad(), momentum, options);
        else
            ops::lionStep(parameter, parameter.grad(), momentum.codes, options);
    }
}

NamedTensors Lion8bit::state() const {
    NamedTensors all;
    for (std::size_t i = 0; i < m_momenta.size(); ++i) {
        const std::string& name = parameters()[i].first;
        all.emplace_back("exp_avg." + name, m_momenta[i].codes);
        if (m_momenta[i].absmax.defined()) all.emplace_back("absmax_exp_avg." + name, m_momenta[i].absmax);
    }
    return all;
}

} // namespace fettle
