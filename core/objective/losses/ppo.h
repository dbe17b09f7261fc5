#pragma once

#include "core/objective/drawn.h"

namespace fettle {

// What PPO is made of (Schulman et al. 2017, arXiv:1707.06347; trl/experimental/ppo/ppo_trainer.py).

// A_t = d_t + gamma lam A_t+1 with d_t = r_t + gamma V_t+1 - V_t, 0 beyond the end (arXiv:1506.02438, eq. 16). Of one
// answer, in float64 inside.
[[nodiscard]] at::Tensor generalizedAdvantages(const at::Tensor& rewards, const at::Tensor& values, double gamma,
                                               double lam);

// Over their deviation: (x - mean) / sqrt(variance + 1e-8), unbiased, with the mean put back where it is kept.
enum class WhitenedMean { Zero, Kept };
[[nodiscard]] at::Tensor whitened(const at::Tensor& values, WhitenedMean mean);

} // namespace fettle
