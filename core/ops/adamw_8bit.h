#pragma once

#include "core/ops/adamw.h"
#include "core/ops/blockwise.h"

namespace fettle::ops {

// AdamW over a dense fp32 parameter and states in 8 bits. The update uses the moments before they are rounded, and
// decay comes after it (bitsandbytes csrc/kernels.cu, kOptimizerStatic8bit2StateBlockwise). `step` counts from 1.
void adamw8bitStep(const at::Tensor& parameter, const at::Tensor& gradient, const BlockwiseState& first,
                   const BlockwiseState& second, std::int64_t step, const AdamWStep& options);

} // namespace fettle::ops
