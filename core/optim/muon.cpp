#include "core/optim/muon.h"

#include "core/config/optimizer_state.h"
#include "core/ops/adamw.h"
#include "core/ops/muon.h"

namespace fettle {

Muon::Muon(MuonConfig config, double weightDecay, const NamedTensors& parameters)
    : Optimizer(parameters), m_config(std::move(config)), m_weightDecay(weightDecay) {
    for (const auto& [name, parameter] : parameters) {
        const auto zeros = [&] { return at::zeros_like(parameter, parameter.options().requires_grad(false)); };
        m_states.push_back(takesMuon(name, parameter.sizes().vec()) ? State{.momentum = zeros()}
                                                                    : State{.first = zeros(), .second = zeros()});
    }
}

void Muon::update(double learningRate) {
    for (std::size_t i = 0; i < m_states.size(); ++i) {
        const auto& [name, parameter] = parameters()[i];
        if (!parameter.grad().defined()) continue;
        const State& state = m_states[i];
        const double decay = isDecayed(name) ? m_weightDecay : 0;
        if (state.momentum.defined())
            ops::muonStep(parameter, parameter.grad(), state.momentum,
                          {.learningRate = learningRate,
                           .momentum = m_config.momentum,
                           .weightDecay = decay,
                           .newtonSchulzSteps = m_config.nsSteps,
                           .matchesAdamW = m_config.adjustLrFn == "match_rms_adamw"});
        else
            ops::adamwStep({parameter}, {parameter.grad()}, {state.first}, {state.second}, steps(),
                           {.learningRate = learningRate, .weightDecay = decay});
    }
}

NamedTensors Muon::state() const {
    NamedTensors all;
    for (std::size_t i = 0; i < m_states.size(); ++i) {
        const std::string& name = parameters()[i].first;
        if (m_states[i].momentum.defined()) {
            all.emplace_back("momentum_buffer." + name, m_states[i].momentum);
        } else {
            all.emplace_back("exp_avg." + name, m_states[i].first);
            all.emplace_back("exp_avg_sq." + name, m_states[i].second);
        }
    }
    return all;
}

} // namespace fettle
