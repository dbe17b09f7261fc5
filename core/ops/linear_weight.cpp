#include "core/ops/linear_weight.h"

#include "core/ops/weight_generation.h"

namespace fettle::ops {

struct LinearWeight::State {
    at::Tensor weight, bias, factors;
    DerivedTensor cast; // in another type than `weight`
};

LinearWeight::LinearWeight(at::Tensor weight, at::Tensor bias) : m_state(std::make_shared<State>()) {
    m_state->weight = std::move(weight);
    m_state->bias = std::move(bias);
}

std::int64_t LinearWeight::outFeatures() const {
    return m_state->weight.size(0);
}

std::int64_t LinearWeight::inFeatures() const {
    return m_state->weight.size(1);
}

bool LinearWeight::isTrainable() const {
    return m_state->weight.requires_grad();
}

const at::Tensor& LinearWeight::weight() const {
    return m_state->weight;
}

const at::Tensor& LinearWeight::bias() const {
    return m_state->bias;
}

const at::Tensor& LinearWeight::factors() const {
    return m_state->factors;
}

LinearWeight LinearWeight::quantizedInt8() const {
    const at::NoGradGuard noGrad;
    const at::Tensor wide = m_state->weight.detach().to(at::kFloat);
    // A row of zeros keeps a factor that can be divided by.
    const at::Tensor factors_O1 = wide.abs().amax(1, true).div_(127).clamp_min_(1e-12);
    LinearWeight result(wide.div(factors_O1).round_().to(at::kChar), m_state->bias);
    result.m_state->factors = factors_O1.squeeze(1).contiguous();
    return result;
}

at::Tensor LinearWeight::dense(at::ScalarType compute) const {
    const at::NoGradGuard noGrad;
    State& state = *m_state;
    if (state.factors.defined()) return (state.weight.to(at::kFloat) * state.factors.unsqueeze(1)).to(compute);
    if (state.weight.scalar_type() == compute) return state.weight.detach();
    return state.cast.of(state.weight, compute, [&] { return state.weight.detach().to(compute); });
}

} // namespace fettle::ops
