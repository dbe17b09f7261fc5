#include "core/ops/muon.h"

#include <algorithm>
#include <cmath>

namespace fettle::ops {

namespace {

// Coefficients of the quintic iteration, and the smallest norm that is divided by (torch/optim/_muon.py).
constexpr double kA = 3.4445, kB = -4.775, kC = 2.0315, kLeastNorm = 1e-7;

at::Tensor orthogonalized(const at::Tensor& update, std::int64_t steps) {
    const bool isTall = update.size(0) > update.size(1);
    at::Tensor x = update.to(at::kBFloat16);
    if (isTall) x = x.t();
    x = x / x.norm().clamp_min(kLeastNorm);
    for (std::int64_t i = 0; i < steps; ++i) {
        const at::Tensor gram = at::matmul(x, x.t());
        x = at::addmm(x, at::addmm(gram, gram, gram, kB, kC), x, kA);
    }
    return isTall ? x.t() : x;
}

double sizeOf(const at::Tensor& matrix, const MuonStep& options) {
    const auto rows = static_cast<double>(matrix.size(0)), columns = static_cast<double>(matrix.size(1));
    return options.matchesAdamW ? 0.2 * std::sqrt(std::max(rows, columns)) : std::sqrt(std::max(1.0, rows / columns));
}

} // namespace

void muonStep(const at::Tensor& parameter, const at::Tensor& gradient, const at::Tensor& momentum,
              const MuonStep& options) {
    const at::NoGradGuard noGrad;
    const at::Tensor values = parameter.detach();
    momentum.lerp_(gradient, 1 - options.momentum);
    const at::Tensor update = orthogonalized(gradient.lerp(momentum, options.momentum), options.newtonSchulzSteps);
    if (options.weightDecay != 0) values.mul_(1 - options.learningRate * options.weightDecay);
    values.sub_(update, options.learningRate * sizeOf(values, options));
}

} // namespace fettle::ops
