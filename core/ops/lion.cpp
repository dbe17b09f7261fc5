#include "core/ops/lion.h"

namespace fettle::ops {

namespace {

// The direction, in the gradient's shape; the momentum moves on.
at::Tensor advance(at::Tensor momentum, const at::Tensor& gradient, const LionStep& options) {
    at::Tensor direction = momentum.mul(options.beta1).add_(gradient, 1 - options.beta1).sign_();
    momentum.mul_(options.beta2).add_(gradient, 1 - options.beta2);
    return direction;
}

} // namespace

void lionStep(const at::Tensor& parameter, const at::Tensor& gradient, const at::Tensor& momentum,
              const LionStep& options) {
    const at::NoGradGuard noGrad;
    const at::Tensor values = parameter.detach();
    if (options.weightDecay != 0) values.mul_(1 - options.learningRate * options.weightDecay);
    values.sub_(advance(momentum, gradient, options), options.learningRate);
}

void lion8bitStep(const at::Tensor& parameter, const at::Tensor& gradient, const BlockwiseState& momentum,
                  const LionStep& options) {
    const at::NoGradGuard noGrad;
    const BlockwiseCodec codec(true, parameter.device());
    const at::Tensor flat = parameter.detach().view({-1}), slope = gradient.reshape({-1});
    if (options.weightDecay != 0) flat.mul_(1 - options.learningRate * options.weightDecay);
    for (const BlockRange& range : blockRanges(flat.numel())) {
        const at::Tensor m = codec.load(momentum, range);
        const at::Tensor direction = advance(m, range.rowsOf(slope), options);
        codec.store(momentum, range, m);
        flat.narrow(0, range.begin, range.count).sub_(range.elementsOf(direction), options.learningRate);
    }
}

} // namespace fettle::ops
