#pragma once

#include "core/ops/attention_varlen.h"

namespace fettle::cuda {

// LibTorch's FlashAttention 2 over sequences side by side: fp16 and bf16, head sizes up to 256 that are multiples of
// 8, compute capability 8.0 and later.
[[nodiscard]] ops::VarlenKernel flashAttention();

} // namespace fettle::cuda
