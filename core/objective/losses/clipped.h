#pragma once

#include "core/objective/judgement.h"

#include <optional>

namespace fettle {

// The surrogate of PPO (arXiv:1707.06347, eq. 7), as trl/trainer/grpo_trainer.py has it: of ratios of probabilities
// and what they are worth, elementwise and differentiable.
struct Clipping {
    double low = 0.2, high = 0.2;     // epsilon
    std::optional<double> delta = {}; // highest ratio where nothing else clips
};
[[nodiscard]] at::Tensor clippedLoss(const at::Tensor& ratio, const at::Tensor& advantage, const Clipping& clipping);
// Shares of the ratios that the clip keeps from moving on: clip_ratio/low_mean, high_mean, region_mean.
void addClipRatios(MetricSums& metrics, const at::Tensor& ratio, const at::Tensor& advantage, const Clipping& clipping);

} // namespace fettle
