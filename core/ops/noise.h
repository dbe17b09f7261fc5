#pragma once

#include "core/ops/dropout.h"

namespace fettle::ops {

// fp32 [elements], even in [-1, 1]; a function of key, module and the element's index alone, as dropout's masks are.
// Not differentiable.
[[nodiscard]] at::Tensor uniformNoise(std::int64_t elements, const DropoutKey& key, std::uint32_t module,
                                      const at::Device& device);

} // namespace fettle::ops
