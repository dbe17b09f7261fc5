#include "core/objective/losses/clipped.h"

#include "core/objective/losses/pair_metrics.h"

namespace fettle {

namespace {

at::Tensor cappedBy(const at::Tensor& ratio, const std::optional<double>& delta) {
    return delta ? ratio.clamp_max(*delta) : ratio;
}

} // namespace

at::Tensor clippedLoss(const at::Tensor& ratio, const at::Tensor& advantage, const Clipping& clipping) {
    const at::Tensor clipped = ratio.clamp(1 - clipping.low, 1 + clipping.high);
    return -at::minimum(cappedBy(ratio, clipping.delta) * advantage, clipped * advantage);
}

void addClipRatios(MetricSums& metrics, const at::Tensor& ratio, const at::Tensor& advantage,
                   const Clipping& clipping) {
    const at::Tensor capped = cappedBy(ratio.detach(), clipping.delta);
    const at::Tensor isLow = capped.lt(1 - clipping.low).logical_and(advantage.lt(0));
    const at::Tensor isHigh = capped.gt(1 + clipping.high).logical_and(advantage.gt(0));
    metrics["clip_ratio/low_mean"] = meanOf(isLow);
    metrics["clip_ratio/high_mean"] = meanOf(isHigh);
    metrics["clip_ratio/region_mean"] = meanOf(isLow.logical_or(isHigh));
}

} // namespace fettle
