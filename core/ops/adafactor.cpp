#include "core/ops/adafactor.h"

#include <cmath>

namespace fettle::ops {

namespace {

constexpr double kEps = 1e-30; // added to the squared gradient

// gradient / sqrt(average of its square), the average moved first.
at::Tensor scaledGradient(const at::Tensor& gradient, const AdafactorState& state, double beta) {
    const at::Tensor square = gradient.square().add_(kEps);
    if (state.full.defined()) {
        at::Tensor(state.full).mul_(beta).add_(square, 1 - beta);
        return state.full.rsqrt().mul_(gradient);
    }
    at::Tensor(state.row).mul_(beta).add_(square.mean(-1), 1 - beta);
    at::Tensor(state.column).mul_(beta).add_(square.mean(-2), 1 - beta);
    const at::Tensor byRow = (state.row / state.row.mean(-1, true)).rsqrt_().unsqueeze(-1);
    return (byRow * state.column.unsqueeze(-2).rsqrt()).mul_(gradient);
}

} // namespace

void adafactorStep(const at::Tensor& parameter, const at::Tensor& gradient, const AdafactorState& state,
                   std::int64_t step, const AdafactorStep& options) {
    const at::NoGradGuard noGrad;
    const double beta = 1 - std::pow(static_cast<double>(step), options.decayRate);
    at::Tensor update = scaledGradient(gradient, state, beta);
    const double elements = std::sqrt(static_cast<double>(update.numel()));
    update.div_((update.norm() / elements / options.clipThreshold).clamp_min(1)); // stays on the device
    at::Tensor target = parameter.detach();
    if (options.weightDecay != 0) target.mul_(1 - options.learningRate * options.weightDecay);
    target.sub_(update, options.learningRate);
}

} // namespace fettle::ops
