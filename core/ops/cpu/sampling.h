#pragma once

#include "core/ops/sampling.h"

namespace fettle::ops::cpu {

// As the entry of the table of kernels.
[[nodiscard]] std::vector<Sampled> sampleTokens(const at::Tensor& logits_SV, const std::vector<SamplingRow>& rows);

// One row's logits [V] as the processors and warpers leave them: what they removed is -inf.
void processLogits(std::span<float> logits, const SamplingRow& row);

} // namespace fettle::ops::cpu
