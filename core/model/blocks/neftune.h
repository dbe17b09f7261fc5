#pragma once

#include "core/model/batch.h"
#include "core/ops/dropout.h"

namespace fettle {

// Noise on the embedded tokens (NEFTune, arXiv:2310.05914), fp32 [N, width]: U(-m, m) with m = alpha / sqrt(L width)
// for a sequence of L tokens, as the paper has it; transformers (integrations/neftune.py) takes the padded length of
// the batch for L. Drawn by the key.
[[nodiscard]] at::Tensor neftuneNoise(const Batch& batch, std::int64_t width, double alpha, const ops::DropoutKey& key);

} // namespace fettle
