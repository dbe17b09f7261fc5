#include "core/optim/adamw.h"

#include "core/ops/adamw.h"

namespace fettle {

namespace {

constexpr const char* kFirst = "exp_avg.";
constexpr const char* kSecond = "exp_avg_sq.";

} // namespace

AdamW::AdamW(AdamWConfig config, double weightDecay, const NamedTensors& parameters)
    : Optimizer(parameters), m_config(std::move(config)), m_weightDecay(weightDecay) {
    for (const auto& [name, parameter] : parameters) {
        const auto options = parameter.options().dtype(at::kFloat).requires_grad(false);
        m_entries.push_back({name, parameter, at::zeros(parameter.sizes(), options),
                             at::zeros(parameter.sizes(), options), isDecayed(name)});
    }
}

void AdamW::update(double learningRate) {
    stepGroup(learningRate, true);
    stepGroup(learningRate, false);
}

void AdamW::stepGroup(double learningRate, bool decayed) {
    const at::NoGradGuard noGrad;
    std::vector<at::Tensor> parameters, gradients, first, second;
    for (const Entry& entry : m_entries) {
        if (entry.decayed != decayed || !entry.parameter.grad().defined()) continue;
        parameters.push_back(entry.parameter);
        gradients.push_back(entry.parameter.grad());
        first.push_back(entry.first);
        second.push_back(entry.second);
    }
    if (parameters.empty()) return;
    ops::adamwStep(parameters, gradients, first, second, steps(),
                   {.learningRate = learningRate,
                    .beta1 = m_config.betas[0],
                    .beta2 = m_config.betas[1],
                    .eps = m_config.eps,
                    .weightDecay = decayed ? m_weightDecay : 0});
}

NamedTensors AdamW::state() const {
    NamedTensors all;
    for (const Entry& entry : m_entries) {
        all.emplace_back(kFirst + entry.name, entry.first);
        all.emplace_back(kSecond + entry.name, entry.second);
    }
    return all;
}

} // namespace fettle
