#include "core/ops/adamw_8bit.h"

#include <cmath>

namespace fettle::ops {

void adamw8bitStep(const at::Tensor& parameter, const at::Tensor& gradient, const BlockwiseState& first,
                   const BlockwiseState& second, std::int64_t step, const AdamWStep& options) {
    const at::NoGradGuard noGrad;
    const BlockwiseCodec codecOfFirst(true, parameter.device()), codecOfSecond(false, parameter.device());
    const auto t = static_cast<double>(step);
    const double root = std::sqrt(1 - std::pow(options.beta2, t));
    const double size = options.learningRate * root / (1 - std::pow(options.beta1, t));
    const at::Tensor flat = parameter.detach().view({-1}), slope = gradient.reshape({-1});
    for (const BlockRange& range : blockRanges(flat.numel())) {
        const at::Tensor g = range.rowsOf(slope);
        const at::Tensor m = codecOfFirst.load(first, range).mul_(options.beta1).add_(g, 1 - options.beta1);
        const at::Tensor v = codecOfSecond.load(second, range).mul_(options.beta2).add_(g.square(), 1 - options.beta2);
        codecOfFirst.store(first, range, m);
        codecOfSecond.store(second, range, v);
        const at::Tensor update = m.div(v.sqrt().add_(options.eps * root));
        flat.narrow(0, range.begin, range.count).sub_(range.elementsOf(update), size);
    }
    if (options.weightDecay != 0) flat.mul_(1 - options.learningRate * options.weightDecay);
}

} // namespace fettle::ops
