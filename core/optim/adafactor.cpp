#include "core/optim/adafactor.h"

namespace fettle {

namespace {

ops::AdafactorState zeroState(const at::Tensor& parameter) {
    const auto options = parameter.options().dtype(at::kFloat).requires_grad(false);
    if (parameter.dim() < 2) return {.full = at::zeros(parameter.sizes(), options)};
    const at::IntArrayRef sizes = parameter.sizes();
    std::vector<std::int64_t> column = sizes.slice(0, sizes.size() - 2).vec();
    column.push_back(sizes.back());
    return {.row = at::zeros(sizes.slice(0, sizes.size() - 1), options), .column = at::zeros(column, options)};
}

} // namespace

Adafactor::Adafactor(AdafactorConfig config, double weightDecay, const NamedTensors& parameters)
    : Optimizer(parameters), m_config(config), m_weightDecay(weightDecay) {
    for (const auto& [name, parameter] : parameters)
        m_states.push_back(zeroState(parameter));
}

void Adafactor::update(double learningRate) {
    for (std::size_t i = 0; i < m_states.size(); ++i) {
        const auto& [name, parameter] = parameters()[i];
        if (parameter.grad().defined())
            ops::adafactorStep(parameter, parameter.grad(), m_states[i], steps(),
                               {.learningRate = learningRate,
                                .weightDecay = isDecayed(name) ? m_weightDecay : 0,
                                .decayRate = m_config.decayRate,
                                .clipThreshold = m_config.clipThreshold});
    }
}

NamedTensors Adafactor::state() const {
    NamedTensors all;
    for (std::size_t i = 0; i < m_states.size(); ++i) {
        const std::string& name = parameters()[i].first;
        const ops::AdafactorState& state = m_states[i];
        if (state.full.defined()) {
            all.emplace_back("exp_avg_sq." + name, state.full);
        } else {
            all.emplace_back("exp_avg_sq_row." + name, state.row);
            all.emplace_back("exp_avg_sq_col." + name, state.column);
        }
    }
    return all;
}

} // namespace fettle
