#include "core/optim/adamw_8bit.h"

#include "core/config/optimizer_state.h"
#include "core/ops/adamw_8bit.h"

namespace fettle {

namespace {

// Torch's update with the decay moved behind it.
void wideStep(const at::Tensor& parameter, const at::Tensor& first, const at::Tensor& second, std::int64_t step,
              ops::AdamWStep options) {
    const at::NoGradGuard noGrad;
    const double kept = 1 - options.learningRate * options.weightDecay;
    options.weightDecay = 0;
    ops::adamwStep({parameter}, {parameter.grad()}, {first}, {second}, step, options);
    if (kept != 1) parameter.detach().mul_(kept);
}

} // namespace

AdamW8bit::AdamW8bit(AdamW8bitConfig config, double weightDecay, const NamedTensors& parameters)
    : Optimizer(parameters), m_config(config), m_weightDecay(weightDecay) {
    for (const auto& [name, parameter] : parameters) {
        if (keepsWideState(name, parameter.numel())) {
            const auto zeros = [&] { return at::zeros_like(parameter, parameter.options().requires_grad(false)); };
            m_states.push_back({true, {.codes = zeros()}, {.codes = zeros()}});
        } else {
            m_states.push_back({false, ops::blockwiseZeros(parameter.numel(), true, parameter.device()),
                                ops::blockwiseZeros(parameter.numel(), false, parameter.device())});
        }
    }
}

void AdamW8bit::update(double learningRate) {
    for (std::size_t i = 0; i < m_states.size(); ++i) {
        const auto& [name, parameter] = parameters()[i];
        if (!parameter.grad().defined()) continue;
        const State& state = m_states[i];
        const ops::AdamWStep options{.learningRate = learningRate,
                                     .beta1 = m_config.betas[0],
                                     .beta2 = m_config.betas[1],
                                     .eps = m_config.eps,
                                     .weightDecay = isDecayed(name) ? m_weightDecay : 0};
        if (state.isWide)
            wideStep(parameter, state.first.codes, state.second.codes, steps(), options);
        else
            ops::adamw8bitStep(parameter, parameter.grad(), state.first, state.second, steps(), options);
    }
}

NamedTensors AdamW8bit::state() const {
    NamedTensors all;
    for (std::size_t i = 0; i < m_states.size(); ++i) {
        const std::string& name = parameters()[i].first;
        const State& state = m_states[i];
        all.emplace_back("exp_avg." + name, state.first.codes);
        all.emplace_back("exp_avg_sq." + name, state.second.codes);
        if (state.isWide) continue;
        all.emplace_back("absmax_exp_avg." + name, state.first.absmax);
        all.emplace_back("absmax_exp_avg_sq." + name, state.second.absmax);
    }
    return all;
}

} // namespace fettle
